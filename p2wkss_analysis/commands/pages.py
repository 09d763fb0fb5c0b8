"""`p2wkss report`, `check`, `map`: what leaves the project, and whether the tables are well."""

from __future__ import annotations

from pathlib import Path

from ..errors import DataFaults, WrongUse
from ..language import pick
from .workbook import check_workbook


def add(command, say) -> None:
    """Registers the commands; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    report = command("report", write_report, say(
        id="tulis laporan evaluasi ke reports/",
        en="write the evaluation report to reports/"))
    report.add_argument("--out", default="reports", help=say(
        id="map, atau berkas seperti laporan.html (bawaan: reports)",
        en="a folder, or a file such as laporan.html (default: reports)"))
    report.add_argument("--data", default=None, help=say(
        id="map data (bawaan: data proyek ini)",
        en="the data folder (default: the project's own)"))
    report.add_argument("--format", action="append", dest="formats", help=say(
        id="html, docx, xlsx, atau pdf (boleh diulang; bawaan html)",
        en="html, docx, xlsx or pdf (may be given several times; default html)"))

    check = command("check", check_tables, say(
        id="periksa buku kerja yang sudah diisi, atau tabel terbuka, dan daftar semua kesalahannya",
        en="check a filled-in workbook, or the open tables, and list every fault"))
    check.add_argument("folder", nargs="?", default=None, help=say(
        id="buku kerja .xlsx, atau map data (bawaan: data proyek ini)",
        en="an .xlsx workbook, or a data folder (default: the project's own)"))
    check.add_argument("--key", help=say(
        id="berkas kunci untuk kolom no_kk buku kerja (bawaan: P2WKSS_KEY_FILE)",
        en="key file for the column no_kk of a workbook (default: P2WKSS_KEY_FILE)"))
    check.add_argument("--marked", help=say(
        id="tulis salinan buku kerja dengan setiap sel yang salah ditandai",
        en="write a copy of the workbook with every bad cell marked"))
    check.add_argument("--seal", action="store_true", help=say(
        id="daftarkan perubahan yang disengaja: sha256 baru dalam datapackage.json",
        en="register a change made on purpose: new sha256 in datapackage.json"))
    check.add_argument("--json", action="store_true", help=say(
        id="cetak kesalahan sebagai JSON",
        en="print the faults as JSON"))

    drawn = command("map", draw_map, say(
        id="gambar peta satu indikator BPS, dengan petak atau batas wilayah sebenarnya",
        en="draw a map of one BPS indicator, with tiles or true boundaries"))
    drawn.add_argument("--indicator", default="poverty_rate", help=say(
        id="nama dari kamus data (bawaan poverty_rate)",
        en="a name of the dictionary (default poverty_rate)"))
    drawn.add_argument("--year", type=int, help=say(
        id="bawaan: tahun terbaru yang angkanya lengkap untuk semua tempat",
        en="default: the newest year with a figure for all places drawn"))
    drawn.add_argument("--method", help=say(
        id="seri, bila ada beberapa (misalnya 'UHH SP2010')",
        en="the series, where there are several (for example 'UHH SP2010')"))
    drawn.add_argument("--inside", default="32", help=say(
        id="kode provinsi (bawaan 32)",
        en="code of a province (default 32)"))
    drawn.add_argument("--boundaries", help=say(
        id="GeoJSON, GeoPackage, Shapefile, atau Parquet dengan bentuk sebenarnya",
        en="GeoJSON, GeoPackage, Shapefile or Parquet with true shapes"))
    drawn.add_argument("--sites", action="store_true", help=say(
        id="tandai lokasi program yang diketahui",
        en="mark the known programme sites"))
    drawn.add_argument("--out", required=True, help=say(
        id="gambar yang ditulis: .png, .svg, atau .pdf",
        en="picture to write: .png, .svg or .pdf"))


def write_report(options) -> int:
    from ..reporting.write import report
    from ..tables.processed import build_processed

    build_processed(options.data)
    for path in report(options.out, options.data, options.lang, options.formats or ("html",)):
        print(pick(options.lang, id=f"Laporan ditulis: {path}", en=f"Report written: {path}"))
    return 0


def check_tables(options) -> int:
    if options.folder and Path(options.folder).suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        return check_workbook(options)
    from ..tables.intake import check_folder
    from ..tables.seal import seal

    if options.seal:
        changed = seal(options.folder)
        print(pick(options.lang, id="Didaftarkan: ", en="Registered: ")
              + (", ".join(changed) or pick(options.lang, id="tidak ada perubahan", en="no change")))
        return 0
    faults = check_folder(options.folder)
    if faults:
        raise DataFaults(faults)
    print("[]" if options.json else pick(options.lang, id="Semua tabel baik.", en="All tables are well."))
    return 0


def draw_map(options) -> int:
    import io

    from ..indicators.change import full_years
    from ..pictures.maps import map_need
    from ..places.areas import level_of
    from ..tables.atomic import write_atomically
    from ..tables.dictionary import read_dictionary
    from ..tables.intake import load

    kind = Path(options.out).suffix.lower().lstrip(".")
    if kind not in ("png", "svg", "pdf"):
        raise WrongUse(id=f"Jenis gambar {kind!r} tidak dikenal; gunakan .png, .svg, atau .pdf.",
                       en=f"Kind of picture {kind!r} is not known; use .png, .svg or .pdf.")
    read_dictionary().indicator(options.indicator)  # an unknown one is refused with the list of known ones
    if level_of(options.inside) != "province":
        raise WrongUse(id="--inside memerlukan kode provinsi, misalnya 32.", en="--inside needs the code of a province, for example 32.")
    rows = load("regency_indicators").query("indicator == @options.indicator")
    rows = rows[rows["area_code"].str.startswith(options.inside + ".")]
    rows = rows[rows["method"] == options.method] if options.method else rows
    year = options.year or (full_years(rows, options.indicator)[-1] if len(rows) else None)
    rows = rows[rows["year"] == year]
    if rows.empty:
        raise WrongUse(id=f"Tidak ada angka {options.indicator!r} untuk {year}.", en=f"No figure of {options.indicator!r} for {year}.")
    if rows["method"].nunique() > 1:
        series = ", ".join(repr(name) for name in sorted(rows["method"].unique()))
        raise WrongUse(id=f"{options.indicator!r} memiliki beberapa seri untuk {year}; pilih dengan --method: {series}.",
                       en=f"{options.indicator!r} has several series in {year}; choose with --method: {series}.")
    sites = load("programme_sites") if options.sites else None
    picture = map_need(rows, load("areas"), inside=options.inside, boundaries=options.boundaries, sites=sites, lang=options.lang)
    buffer = io.BytesIO()
    picture.savefig(buffer, format=kind, dpi=200)
    print(pick(options.lang, id="Ditulis: ", en="Written: ") + str(write_atomically(options.out, buffer.getvalue())))
    print(picture.sentence(options.lang))
    return 0
