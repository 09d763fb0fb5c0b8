"""`p2wkss map`: an indicator of BPS, or a column of the user's own table, on a map."""

from __future__ import annotations

import io
from pathlib import Path

from ..say import pick
from ..say.errors import WrongUse
from .line.given_paths import Read, Written
from .line.own_workbook import filled_workbook
from .line.show import number_of, say_readings, whole, whole_numbers


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    drawn = command(
        "map",
        draw_map,
        say(
            id="gambar peta indikator BPS, atau kolom dari tabel sendiri, dengan petak atau batas wilayah sebenarnya",
            en="draw a map of a BPS indicator, or of a column of your own table, with tiles or true boundaries",
        ),
    )
    drawn.add_argument(
        "--indicator",
        default="poverty_rate",
        help=say(
            id="indikator BPS dari kamus data (bawaan poverty_rate)",
            en="a BPS indicator of the dictionary (default poverty_rate)",
        ),
    )
    drawn.add_argument(
        "--method",
        help=say(
            id="seri, bila ada beberapa (misalnya 'UHH SP2010')",
            en="the series, where there are several (for example 'UHH SP2010')",
        ),
    )
    drawn.add_argument(
        "--table",
        type=Read,
        metavar="FILE",
        help=say(
            id="tabel sendiri sebagai ganti indikator BPS: CSV, Excel, atau buku kerja dari p2wkss template",
            en="your own table instead of a BPS indicator: CSV, Excel, or a workbook from p2wkss template",
        ),
    )
    drawn.add_argument(
        "--column", help=say(id="kolom angka yang dipetakan dari --table", en="the column of numbers of --table to map")
    )
    drawn.add_argument(
        "--code",
        default="area_code",
        metavar="COLUMN",
        help=say(
            id="kolom kode wilayah dari --table (bawaan area_code)", en="the column of area codes of --table (default area_code)"
        ),
    )
    drawn.add_argument(
        "--sheet",
        help=say(
            id="lembar berkas Excel (bawaan: yang pertama memuat kolomnya)",
            en="sheet of an Excel file (default: the first that has the columns)",
        ),
    )
    drawn.add_argument(
        "--year",
        type=int,
        help=say(
            id="bawaan: tahun terbaru; untuk indikator BPS yang terbaru dan lengkap",
            en="default: the newest year; for a BPS indicator the newest that is complete",
        ),
    )
    drawn.add_argument(
        "--years",
        metavar="2023,2024",
        help=say(id="beberapa tahun berdampingan dengan kelas yang sama", en="several years side by side with the same classes"),
    )
    drawn.add_argument(
        "--inside",
        help=say(
            id="kode wilayah yang digambar: provinsi untuk indikator BPS (bawaan 32), kabupaten/kota untuk tabel desa",
            en="code of the area to draw: a province for a BPS indicator (default 32), a regency for a table of villages",
        ),
    )
    drawn.add_argument(
        "--boundaries",
        type=Read,
        help=say(
            id="GeoJSON, GeoPackage, Shapefile (boleh .zip), atau Parquet dengan bentuk sebenarnya",
            en="GeoJSON, GeoPackage, Shapefile (also as .zip) or Parquet with true shapes",
        ),
    )
    drawn.add_argument(
        "--sites",
        action="store_true",
        help=say(
            id="tandai lokasi program: dari buku kerja, atau yang diketahui umum",
            en="mark programme sites: those of the workbook, or those publicly known",
        ),
    )
    drawn.add_argument(
        "--better",
        choices=("higher", "lower"),
        help=say(
            id="ujung yang lebih baik dari --column (bawaan lower: makin tinggi makin perlu perhatian)",
            en="the better end of --column (default lower: a higher value is more need)",
        ),
    )
    drawn.add_argument(
        "--classes",
        default="5",
        metavar="5|5,10,20",
        help=say(id="banyaknya kelas, atau batas-batasnya (bawaan 5)", en="number of classes, or their limits (default 5)"),
    )
    drawn.add_argument("--label", help=say(id="nama yang tampil untuk --column", en="the name to show for --column"))
    drawn.add_argument("--unit", help=say(id="satuan --column, misalnya %", en="the unit of --column, for example %"))
    drawn.add_argument(
        "--source", help=say(id="sumber data untuk keterangan peta", en="source of the data for the note below the map")
    )
    drawn.add_argument(
        "--title", help=say(id="judul; bawaan: tema, wilayah, dan tahun", en="title; default: theme, area and year")
    )
    drawn.add_argument(
        "--out",
        type=Written,
        required=True,
        help=say(id="gambar yang ditulis: .png, .svg, atau .pdf", en="picture to write: .png, .svg or .pdf"),
    )


def draw_map(options) -> int:
    from ..files.atomic import write_atomically
    from ..pictures.maps.maps import map_need, map_years
    from ..tables.intake import load

    kind = Path(options.out).suffix.lower().lstrip(".")
    if kind not in ("png", "svg", "pdf"):
        raise WrongUse(
            id=f"Jenis gambar {kind!r} tidak dikenal; gunakan .png, .svg, atau .pdf.",
            en=f"Kind of picture {kind!r} is not known; use .png, .svg or .pdf.",
        )
    if options.column and not options.table:
        raise WrongUse(id="--column memerlukan --table dengan berkasnya.", en="--column needs --table with its file.")
    years = whole_numbers(options.years, "--years") if options.years else []
    rows, asked = _own(options, years) if options.table else _published(options, years)
    asked |= {
        "inside": options.inside,
        "boundaries": options.boundaries or asked.get("boundaries"),
        "classes": _classes(options.classes),
        "title": options.title,
        "lang": options.lang,
    }
    if options.source:
        asked["source"] = options.source
    areas = load("areas")
    picture = map_years(rows, areas, years=years, **asked) if years else map_need(rows, areas, **asked)
    buffer = io.BytesIO()
    picture.savefig(buffer, format=kind, dpi=200)
    print(pick(options.lang, id="Ditulis: ", en="Written: ") + str(write_atomically(options.out, buffer.getvalue())))
    print(picture.sentence(options.lang))
    return 0


def _published(options, years: list[int]):
    """Rows of one BPS indicator in one province, and what the map is told beside them."""
    from ..dictionary.tables import read_dictionary
    from ..indicators.change import full_years
    from ..places.areas import level_of
    from ..tables.intake import load

    options.inside = options.inside or "32"
    read_dictionary().indicator(options.indicator)  # an unknown one is refused with the list of known ones
    if level_of(options.inside) != "province":
        raise WrongUse(
            id="Indikator BPS ada sampai kabupaten/kota: --inside memerlukan kode provinsi, misalnya 32. Untuk kelurahan atau "
            "desa berikan tabel sendiri dengan --table dan --column.",
            en="BPS indicators stop at the regency: --inside needs the code of a province, for example 32. For villages give "
            "your own table with --table and --column.",
        )
    rows = load("regency_indicators").query("indicator == @options.indicator")
    rows = rows[rows["area_code"].str.startswith(options.inside + ".")]
    rows = rows[rows["method"] == options.method] if options.method else rows
    if not years:
        year = options.year or (full_years(rows, options.indicator)[-1] if len(rows) else None)
        rows = rows[rows["year"] == year]
    else:
        year, rows = options.years, rows[rows["year"].isin(years)]
    if rows.empty:
        raise WrongUse(
            id=f"Tidak ada angka {options.indicator!r} untuk {year}.", en=f"No figure of {options.indicator!r} for {year}."
        )
    if rows["method"].nunique() > 1:
        series = ", ".join(repr(name) for name in sorted(rows["method"].unique()))
        raise WrongUse(
            id=f"{options.indicator!r} memiliki beberapa seri untuk {year}; pilih dengan --method: {series}.",
            en=f"{options.indicator!r} has several series in {year}; choose with --method: {series}.",
        )
    return rows, {"sites": load("programme_sites") if options.sites else None}


def _own(options, years: list[int]):
    """Rows `area_code, year, column` of the user's table, and what the map is told beside them."""
    from ..tables.intake import load

    if not options.column:
        raise WrongUse(id="Sebutkan kolom yang dipetakan dengan --column.", en="Name the column to map with --column.")
    city = filled_workbook(options.table, options.lang)
    if city is not None:
        table, told = _of_workbook(city, options)
    else:
        table, told = _of_file(options), {"sites": load("programme_sites") if options.sites else None}
    unknown = sorted(set(table["area_code"]) - set(load("areas")["area_code"]))
    if unknown:
        shown = ", ".join(unknown[:5]) + (", ..." if len(unknown) > 5 else "")
        raise WrongUse(
            id=f'Kode wilayah tidak ada dalam daftar Kemendagri: {shown}. Periksa dengan p2.load("areas").',
            en=f'Area codes that are not in the Kemendagri list: {shown}. Look them up in p2.load("areas").',
        )
    if options.inside:
        table = table[table["area_code"].str.startswith(options.inside + ".")]
    table = _of_years(table, options, years)
    told |= {"value": options.column, "better": options.better, "label": options.label or told.get("label"), "unit": options.unit}
    return table, told


def _of_file(options):
    from ..tables.open_file import read_table

    table = read_table(options.table, numbers=[options.column], codes=[options.code], sheet=options.sheet)
    say_readings(options, table)
    table = table.rename(columns={options.code: "area_code"})
    if "year" not in table:
        return table[["area_code", options.column]]
    wrong = table["year"][~table["year"].str.fullmatch(r"(19|20)[0-9]{2}").fillna(False)]
    if len(wrong):
        raise WrongUse(
            id=f"Kolom year memuat {wrong.iloc[0]!r}; tulis tahun empat angka, misalnya 2025.",
            en=f"The column year holds {wrong.iloc[0]!r}; write a year of four digits, for example 2025.",
        )
    return table[["area_code", "year", options.column]].astype({"year": "int64"})


def _of_workbook(city, options):
    """The column of the sheet `villages`, with the source that stands beside it in the workbook."""
    from ..dictionary.figures import village_figures
    from ..dictionary.sheets import one_cut, village_label

    table = city.tables["villages"].rename(columns={"village_code": "area_code"})
    known = [c for c in table.select_dtypes("number") if c != "year"]
    if options.column not in known:
        raise WrongUse(
            id=f"Lembar villages tidak mempunyai kolom angka {options.column!r}. Yang ada: {', '.join(known)}.",
            en=f"The sheet villages has no column of numbers {options.column!r}. There are: {', '.join(known)}.",
        )
    after = list(table.columns)[list(table.columns).index(options.column) :]
    told = {"sites": city.tables["sites"] if options.sites else None, "synthetic": city.synthetic}
    told["boundaries"] = None if options.boundaries else city.decided.boundaries_beside(city.book)
    figure = village_figures().get(options.column)
    if figure and figure.cut and (cut := one_cut(table)):
        told["label"] = village_label(options.column, options.lang, cut).rsplit(" (", 1)[0]  # the unit is told beside it
    source = next((c for c in after if c.endswith("_source")), None)
    if source and not options.source:
        told["source"] = "; ".join(sorted(table.loc[table[options.column].notna(), source].dropna().unique())) or None
    return table[["area_code", "year", options.column]], told


def _of_years(table, options, years: list[int]):
    """The rows of the years asked for, or of the newest year with a figure."""
    there = table.dropna(subset=options.column)
    if there.empty:
        where = options.inside or pick(options.lang, id="tabel ini", en="this table")
        raise WrongUse(
            id=f"Kolom {options.column!r} tidak memuat satu angka pun untuk {where}. Periksa --inside dan --column.",
            en=f"The column {options.column!r} holds no figure for {where}. Check --inside and --column.",
        )
    if "year" not in table:
        if options.year or years:
            raise WrongUse(
                id="Tabel tidak mempunyai kolom year; hilangkan --year dan --years, atau tambahkan kolomnya.",
                en="The table has no column year; leave out --year and --years, or add the column.",
            )
        return table
    known = sorted(int(y) for y in there["year"].unique())
    asked = years or [options.year or known[-1]]
    absent = [y for y in asked if y not in known]
    if absent:
        raise WrongUse(
            id=f"Tidak ada angka {options.column!r} untuk {', '.join(map(str, absent))}. Tahun yang ada: {', '.join(map(str, known))}.",
            en=f"No figure of {options.column!r} for {', '.join(map(str, absent))}. There are the years {', '.join(map(str, known))}.",
        )
    return table[table["year"].isin(asked)]


def _classes(text: str):
    """`5` is a number of classes; with a comma or a point the text holds limits."""
    parts = [part for part in text.split(",") if part.strip()]
    if len(parts) == 1 and parts[0].strip().isdigit():
        return whole(parts[0], "--classes")
    return [number_of(part, "--classes") for part in parts]
