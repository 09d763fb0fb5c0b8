"""Tables after the shapes in which BPS gives them, with our own figures in them: what comes back is what was written."""

import csv
import io
import json
import random

import openpyxl
import pytest

from p2wkss_analysis import load
from p2wkss_analysis.dictionary.tables import read_dictionary
from p2wkss_analysis.say.errors import WrongUse
from p2wkss_analysis.tables.added.columns import Asked
from p2wkss_analysis.tables.added.grids import read_grids
from p2wkss_analysis.tables.added.layout import read_layout
from p2wkss_analysis.tables.added.names import PLACE, TOTAL, UNREAD, RowNames
from p2wkss_analysis.tables.added.wording import read_words

AREAS = load("areas").query("level in ('province', 'regency')")
NAMES = AREAS.set_index("area_code")["name"].to_dict()
BPS = AREAS.set_index("area_code")["bps_code"].to_dict()
ROWS = RowNames(AREAS)
ENTRIES = {
    e["name"]: read_dictionary().indicator(e["name"]) for e in read_dictionary().resource("regency_indicators")["indicators"]
}
FIGURES = load("regency_indicators")
TITLES = {
    "poverty_rate": "Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)",
    "poverty_line": "Garis Kemiskinan (Rupiah/Kapita/Bulan) Menurut Kabupaten/Kota",
    "poor_people": "Jumlah Penduduk Miskin (Ribu Jiwa) Menurut Kabupaten/Kota",
    "mean_years_of_schooling": "[Metode Baru] Rata-rata Lama Sekolah (Tahun)",
    "adjusted_expenditure": "[Metode Baru] Pengeluaran per Kapita Disesuaikan (Ribu Rupiah/Orang/Tahun)",
    "hdi": "[Metode Baru] Indeks Pembangunan Manusia (IPM) menurut Kabupaten/Kota (Umur Harapan Hidup Hasil Long Form SP2020)",
    "life_expectancy": "Umur Harapan Hidup Hasil Long Form SP2020 Menurut Kabupaten/Kota",
    "open_unemployment_rate": "Tingkat Pengangguran Terbuka Menurut Kabupaten/Kota di Provinsi Jawa Barat (Persen)",
}


def truth(indicator, years, inside="", method=None):
    rows = FIGURES[
        (FIGURES["indicator"] == indicator) & FIGURES["year"].isin(years) & FIGURES["area_code"].str.startswith(inside)
    ]
    rows = rows[rows["method"] == method] if method else rows
    return {(r.area_code, int(r.year)): r.value for r in rows.itertuples()}


def read(path, **asked):
    (grid,) = read_grids(path)
    return read_layout(grid, Asked(**asked), ROWS, ENTRIES, path.name, path.stem)


def got(layout):
    return {(r.area_code, r.year): float(r.value) for r in layout.figures.itertuples()}


def write(folder, rows, kind="csv", sign=";"):
    path = folder / f"unduhan.{kind}"
    if kind == "xlsx":
        book = openpyxl.Workbook()
        for at, row in enumerate(rows, 1):
            for place, cell in enumerate(row, 1):
                book.active.cell(at, place, cell if cell != "" else None)
        book.save(path)
    else:
        out = io.StringIO()
        csv.writer(out, delimiter=sign).writerows(rows)
        path.write_text(out.getvalue(), encoding="utf-8")
    return path


def bare(code):
    return NAMES[code].replace("Kabupaten ", "").replace("Administrasi ", "")


def typed(value, rng, decimal=",", digits=2, thousands="."):
    text = f"{value:,.{digits}f}".replace(",", "\0").replace(".", decimal).replace("\0", thousands)
    return text + rng.choice(["", "", "", "*", " *)", "r", " r)", "\u00b9"])


# --- the shapes -----------------------------------------------------------------------------------------


def test_the_whole_country_as_the_national_site_gives_it(tmp_path):
    """Provinces in capitals above their kabupaten, which have no kind; years below a merged heading; numbers as numbers."""
    years = [2023, 2024, 2025]
    known = truth("poverty_rate", years)
    rows = [[TITLES["poverty_rate"]], [], ["Kabupaten/Kota", "Persentase Penduduk Miskin (P0)", "", ""], ["", *years]]
    for code in sorted(NAMES, key=lambda c: (c[:2], len(c) > 2, c)):
        figures = [known.get((code, y), "-") for y in years] if len(code) == 5 else [9.9] * 3
        rows.append([bare(code) if len(code) == 5 else NAMES[code].upper(), *figures])
    rows += [["INDONESIA", 9.3, 9, 8.4], [], ["Sumber: BPS, Susenas Maret"], ["*) Angka sementara"]]
    read_back = read(write(tmp_path, rows, "xlsx"))
    assert not read_back.faults and not read_back.left
    assert got(read_back) == known and read_back.totals == 39


@pytest.mark.parametrize(("indicator", "factor"), [("poor_people", 1000), ("poverty_line", 1), ("adjusted_expenditure", 1)])
def test_units_of_the_title_are_followed_and_told(tmp_path, indicator, factor):
    known = truth(indicator, [2024], "32")
    rng = random.Random(1)
    digits = 2 if factor > 1 else 0
    rows = [[TITLES[indicator] + ", 2024"], ["Wilayah", "2024"]]
    rows += [[NAMES[code], typed(value / factor, rng, digits=digits)] for (code, _), value in known.items()]
    back = read(write(tmp_path, rows))
    assert not back.faults
    assert {k: round(v, 6) for k, v in got(back).items()} == {k: round(v, 6) for k, v in known.items()}
    assert any("1.000" in text.say("id") for text in back.told) is (factor > 1)


def test_headings_kabupaten_and_kota_and_codes_of_bps(tmp_path):
    """As in the yearbooks: numbered names below the two kinds; `(1) (2)` below the heading; the total named."""
    known = truth("open_unemployment_rate", [2023, 2024], "32")
    kinds = {kind: [c for c in {c for c, _ in known} if NAMES[c].startswith(kind)] for kind in ("Kabupaten", "Kota")}
    rows = [["Tabel 3.2.1", TITLES["open_unemployment_rate"]], ["Kabupaten/Kota Regency/Municipality", "2023", "2024*)"]]
    rows += [["(1)", "(2)", "(3)"]]
    for kind, heading in (("Kabupaten", "Kabupaten/Regency"), ("Kota", "Kota/Municipality")):
        rows.append([heading])
        for number, code in enumerate(sorted(kinds[kind]), 1):
            short = NAMES[code].replace(f"{kind} ", "")
            rows.append([f"{number}. {short}", *(str(known.get((code, y), "...")).replace(".", ",") for y in (2023, 2024))])
    rows += [["Jawa Barat", "7,44", "6,75"], ["Sumber/Source: BPS, Survei Angkatan Kerja Nasional (Sakernas) Agustus"]]
    back = read(write(tmp_path, rows))
    assert not back.faults and got(back) == known


def test_a_long_table_of_an_open_data_portal(tmp_path):
    known = truth("poverty_rate", [2022, 2023], "32")
    rows = [
        ["id", "kode_provinsi", "nama_provinsi", "kode_kabupaten_kota", "nama_kabupaten_kota", "persentase_penduduk_miskin"]
        + ["satuan", "tahun"]
    ]
    rows += [
        [n, 32, "JAWA BARAT", BPS[code], NAMES[code].upper(), v, "PERSEN", year]
        for n, ((code, year), v) in enumerate(known.items())
    ]
    back = read(write(tmp_path, rows, sign=","))
    assert not back.faults and got(back) == known


def test_a_page_saved_as_xls_and_the_answer_of_the_webapi(tmp_path):
    known = truth("hdi", [2024, 2025], "32", "UHH LF SP2020")
    codes = sorted({c for c, _ in known})
    cells = "".join(
        f"<tr><td>{bare(c)}</td>" + "".join(f"<td>{known[c, y]}<sup>1</sup></td>" for y in (2024, 2025)) for c in codes
    )
    page = tmp_path / "ipm.xls"
    head = '<tr><th rowspan="2">Kabupaten/Kota</th><th colspan="2">IPM</th></tr><tr><th>2024</th><th>2025</th></tr>'
    page.write_text(f"<html><body><h3>{TITLES['hdi']}</h3><table>{head}{cells}</table>Sumber: BPS</body></html>")
    assert got(read(page)) == known

    answer = {
        "status": "OK",
        "var": [{"val": 413, "label": TITLES["hdi"], "unit": "Indeks", "decimal": 2}],
        "turvar": [{"val": 0, "label": "Tidak ada"}],
        "labelvervar": "Kabupaten/Kota",
        "vervar": [{"val": int(BPS[c]), "label": bare(c)} for c in codes],
        "tahun": [{"val": y - 1900, "label": str(y)} for y in (2024, 2025)],
        "turtahun": [{"val": 0, "label": "Tahun"}],
        "datacontent": {f"{BPS[c]}4130{y - 1900}0": v for (c, y), v in known.items()},
    }
    api = tmp_path / "data.json"
    api.write_text(json.dumps(answer))
    assert got(read(api)) == known


def test_several_indicators_side_by_side_and_columns_that_are_none(tmp_path):
    rate, gap = truth("poverty_rate", [2024], "36"), truth("poverty_gap_index", [2024], "36")
    rows = [
        ["Indikator Kemiskinan Menurut Kabupaten/Kota di Provinsi Banten, 2024"],
        [
            "Kabupaten/Kota",
            "Persentase Penduduk Miskin",
            "Peringkat",
            "Indeks Kedalaman Kemiskinan",
            "Persentase Penduduk Miskin Perempuan",
        ],
    ]
    rows += [[NAMES[code], rate[code, 2024], 1, gap[code, 2024], 3.3] for code, _ in rate]
    back = read(write(tmp_path, rows, "xlsx"))
    assert set(back.figures["indicator"]) == {"poverty_rate", "poverty_gap_index"} and len(back.left) == 2
    assert got_of(back, "poverty_gap_index") == gap and got_of(back, "poverty_rate") == rate


def got_of(layout, indicator):
    return {(r.area_code, r.year): float(r.value) for r in layout.figures.itertuples() if r.indicator == indicator}


# --- what is asked for ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "head", "needs", "given"),
    [
        ("[Metode Baru] Indeks Pembangunan Manusia", "2025", "--method", {"method": "UHH LF SP2020"}),
        ("Jumlah Penduduk Miskin Menurut Kabupaten/Kota", "2025", "--unit", {"unit": "ribu jiwa"}),
        ("Persentase Penduduk Miskin Menurut Kabupaten/Kota", "Persen", "--year", {"year": 2025}),
        ("Keadaan Kesejahteraan Menurut Kabupaten/Kota", "2025", "--indicator", {"indicator": "poverty_rate"}),
        ("Persentase Penduduk Miskin Usia 15 Tahun ke Atas", "2025", "--indicator", {"indicator": "poverty_rate"}),
    ],
)
def test_what_is_not_certain_is_asked_for(tmp_path, title, head, needs, given):
    file = write(tmp_path, [[title], ["Kabupaten/Kota", head], ["Kota Depok", "12,5"]])
    with pytest.raises(WrongUse, match=needs):
        read(file)
    assert len(read(file, **given).figures) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Indeks Pembangunan Manusia (Metode Lama)",
        "Persentase Penduduk Miskin September",
        "Umur Harapan Hidup Perempuan (UHH LF SP2020)",
        "Tingkat Pengangguran Terbuka Februari",
        "Pertumbuhan Indeks Pembangunan Manusia (UHH LF SP2020)",
        "Persentase Penduduk Miskin (Ribu Jiwa)",
    ],
)
def test_another_measure_is_never_taken(tmp_path, title):
    with pytest.raises(WrongUse):
        read(write(tmp_path, [[title], ["Kabupaten/Kota", "2025"], ["Kota Depok", "12,5"]]))


def test_series_that_the_title_and_the_user_name_must_agree(tmp_path):
    file = write(tmp_path, [[TITLES["hdi"]], ["Kabupaten/Kota", "2025"], ["Kota Depok", "83"]])
    with pytest.raises(WrongUse):
        read(file, method="UHH SP2010")


def test_every_label_of_the_dictionary_is_recognised_and_a_census_is_no_year():
    for name, entry in ENTRIES.items():
        for lang in ("id", "en"):
            said = read_words(entry.label(lang))
            assert said.indicators == {name} and not said.rest and not said.others, (name, lang)
    assert not read_words("IPM (SP 2020)").years and read_words("IPM (SP 2020)").rest
    assert read_words("Pengeluaran per Kapita Disesuaikan (Harga Konstan 2012), 2025").years == (2025,)


# --- names ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Pangkajene Kepulauan", "73.10"),
        ("Toli-Toli", "72.04"),
        ("Mamuju Utara", "76.01"),
        ("Sawahlunto/Sijunjung", ""),
        ("Adm. Kepulauan Seribu", "31.01"),
        ("Kep. Seribu", "31.01"),
        ("Kota Adm. Jakarta Selatan", "31.74"),
        ("50 Kota", "13.07"),
        ("12. Bandung Barat *)", "32.17"),
        ("KAB. BOGOR", "32.01"),
        ("Kota  Depok1)", "32.76"),
    ],
)
def test_names_of_many_spellings(written, code):
    (row,) = ROWS.read([written], [""], [True])
    assert row.code == code and (code or row.what == UNREAD)


def test_a_bare_name_is_the_other_of_two_only_where_one_is_spelt_out():
    rows = ROWS.read(["Bandung", "Kota Bandung", "Bogor", "Bekasi", "Bekasi"], [""] * 5, [True] * 5)
    assert [row.code for row in rows] == ["32.04", "32.73", "", "", ""] and rows[2].what == UNREAD and rows[2].offered


def test_a_province_of_the_name_of_a_kabupaten():
    read = ROWS.read(["GORONTALO", "Boalemo", "Gorontalo", "Kota Gorontalo"], [""] * 4, [True] * 4)
    assert [row.what for row in read] == [TOTAL, PLACE, PLACE, PLACE] and read[2].code == "75.01"
    doubt = ROWS.read(["Aceh", "Gorontalo", "Kota Gorontalo", "Boalemo"], [""] * 4, [True] * 4)
    assert doubt[1].what == UNREAD
    bengkulu = ROWS.read(["Kaur", "Kota Bengkulu", "Bengkulu"], [""] * 3, [True] * 3)
    assert [row.what for row in bengkulu] == [PLACE, PLACE, TOTAL]


# --- whatever happens to a table ------------------------------------------------------------------------

MESS = [
    "12,34,5",
    "1.2.3",
    "abc",
    "1O,5",
    "12,3 4",
    "5,6 )",
    "12..3",
    "\u0663",
    "1e3",
    "(4,5)",
    "12,341)",
    "3,14159 x y",
    "#REF!",
    "=",
    "5.",
    ",5",
    "1 23",
]


@pytest.mark.parametrize("seeds", [range(12), pytest.param(range(12, 400), marks=pytest.mark.extended)], ids=["few", "many"])
def test_no_mess_changes_a_figure_in_silence(tmp_path, seeds):
    for seed in seeds:
        nothing_changes_in_silence(tmp_path, seed)


def nothing_changes_in_silence(tmp_path, seed):
    """Each figure that is read is the one that was written; each cell that is not read is listed, unless it says nothing."""
    rng = random.Random(seed)
    indicator = rng.choice(sorted(TITLES))
    years = rng.sample([2021, 2022, 2023, 2024, 2025], 3)
    method = "UHH LF SP2020" if indicator in ("hdi", "life_expectancy") else None
    known = truth(indicator, years, rng.choice(["32", "33", "73", "94"]), method)
    factor = 1000 if indicator == "poor_people" else 1
    digits = 0 if indicator in ("poverty_line", "adjusted_expenditure") else rng.choice([2, 3])
    decimal, thousands = rng.choice([",.", ".,", ", ", ",\u00a0"])
    codes = sorted({c for c, _ in known})
    rng.shuffle(codes)
    style = rng.choice(["full", "upper", "kab", "bare"])
    with_codes = rng.random() < 0.3
    shift = 1 if with_codes else 0
    rows = [[TITLES[indicator]], *[[] for _ in range(rng.randrange(3))]]
    years_row = [rng.choice([str(y), f"{y}*", f"{y}r", f"{y} *)"]) for y in years]
    lead = ["Kode"] if with_codes else []
    if rng.random() < 0.5:
        group = TITLES[indicator].split(" Menurut")[0].split(" menurut")[0]
        rows += [[*lead, "Kabupaten/Kota", group if indicator != "hdi" else "IPM", "", ""], [*([""] * (shift + 1)), *years_row]]
    else:
        rows += [[*lead, "Kabupaten/Kota", *years_row]]
    cells, bad, silent = {}, {}, set()
    for code in codes:
        name = {
            "full": NAMES[code],
            "upper": NAMES[code].upper(),
            "kab": NAMES[code].replace("Kabupaten", "Kab."),
            "bare": bare(code),
        }[style]
        line = [*([BPS[code]] if with_codes else []), rng.choice(["", " "]) + name + rng.choice(["", "", " *)", " "])]
        for year in years:
            address = f"{chr(65 + len(line))}{len(rows) + 1}"
            if (code, year) not in known or rng.random() < 0.05:
                line.append(rng.choice(["-", "..", "\u2026", "n.a.", "NA", ""]))
                silent.add((code, year))
            elif rng.random() < 0.06:
                line.append(rng.choice(MESS))
                bad[code, year] = address
            else:
                line.append(typed(known[code, year] / factor, rng, decimal, digits, thousands))
                cells[code, year] = address
        rows.append(line)
        if rng.random() < 0.05:
            rows.append([])
    rows += [[*([""] * shift), "Jawa Barat", "1", "2", "3"], [], ["Sumber: BPS"]][: rng.randrange(1, 4)]
    try:
        back = read(write(tmp_path, rows, rng.choice(["csv", "xlsx"])))
    except WrongUse:
        return  # refused as a whole, with its reason
    figures, listed = got(back), {fault.cell for fault in back.faults}
    unread_lines = {fault.row for fault in back.faults if fault.cell.startswith(chr(65 + shift))}
    for key, value in figures.items():
        assert key in cells, (key, "was not written as a figure")
        assert value == pytest.approx(round(known[key] / factor, digits) * factor, rel=1e-12)
    for key, address in [*cells.items(), *bad.items()]:
        assert key in figures or address in listed or int("".join(filter(str.isdigit, address))) in unread_lines, (key, address)
    assert len(figures) >= 0.5 * len(cells)
