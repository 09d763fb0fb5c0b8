"""Photographs of what leaves the project: first pages of the report in each format, the workbook. What cannot be
photographed on this machine is left out, and the page says so."""

import shutil
import subprocess
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")


def lines(folder: Path, lang: str) -> list[str]:
    """The part of the gallery page that shows pages; the pictures go to `folder`."""
    first = lang == "id"
    out = ["## Laporan, penjelajah, buku kerja" if first else "## Reports, explorer, workbook", ""]
    made = []
    with tempfile.TemporaryDirectory() as scratch:
        for photograph in (photograph_report, photograph_city, photograph_explorer, photograph_workbook):
            made += photograph(Path(scratch), folder, lang)
    for name, text in made:
        out += [f"```{{figure}} gallery/{name}", f":alt: {text}", ":figclass: gallery", "", text, "```", ""]
    if len(made) < 5:
        out += [
            "Sebagian halaman tidak dipotret: programnya (pdftoppm, LibreOffice, peramban) tidak ada di komputer ini."
            if first
            else "Some pages were not photographed: the program for it (pdftoppm, LibreOffice, a browser) is not on this machine.",
            "",
        ]
    return out


def photograph_report(scratch: Path, folder: Path, lang: str) -> list[tuple[str, str]]:
    """Pages of the PDF, and of the Word file as an office program shows it."""
    import p2wkss_analysis as p2

    if not shutil.which("pdftoppm"):
        return []
    office = shutil.which("soffice")
    paths = p2.report(scratch, lang=lang, formats=("pdf", "docx") if office else ("pdf",))
    first = lang == "id"
    sheet(paths[0], folder / "report.png", pages=(2, 3))
    made = [("report.png", "Ringkasan dan peta pertama laporan PDF" if first else "Summary and first map of the report as PDF")]
    if office:
        sheet(as_pdf(paths[1], scratch), folder / "word.png", pages=(2, 3))
        made.append(("word.png", "Laporan yang sama dalam Word" if first else "The same report in Word"))
    return made


def photograph_city(scratch: Path, folder: Path, lang: str) -> list[tuple[str, str]]:
    """Pages of the report of a synthetic city."""
    import p2wkss_analysis as p2

    if not shutil.which("pdftoppm"):
        return []
    data = p2.simulate_city("36.72", seed=1).write(scratch / "city.xlsx", lang)
    (path,) = p2.report(scratch / "city.pdf", data=data, lang=lang)
    sheet(path, folder / "city.png", pages=(1, 2))
    return [("city.png", "Laporan sebuah kota; DATA SINTETIS" if lang == "id" else "The report of a city; SYNTHETIC DATA")]


def photograph_explorer(scratch: Path, folder: Path, lang: str) -> list[tuple[str, str]]:
    """The explorer of the open data, as a browser shows it."""
    import p2wkss_analysis as p2

    if not browser():
        return []
    path = p2.explorer(scratch / "explorer.html", lang=lang)
    photograph_page(Path(path), folder / "explorer.png")
    return [
        (
            "explorer.png",
            "Penjelajah: bobot digeser, peringkat dan peta berubah"
            if lang == "id"
            else "The explorer: move the weights, and ranking and map change",
        )
    ]


def photograph_workbook(scratch: Path, folder: Path, lang: str) -> list[tuple[str, str]]:
    """A sheet of a synthetic city's workbook with its lines and letters, as an office program prints it."""
    import openpyxl

    import p2wkss_analysis as p2
    from p2wkss_analysis.dictionary.sheets import tab_of

    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        return []
    path = p2.simulate_city("36.72", assisted=20, seed=1).write(scratch / "kota.xlsx", lang)
    book, tab = openpyxl.load_workbook(path), tab_of("villages").say(lang)
    for name in book.sheetnames:
        if name not in (tab, "lists"):
            del book[name]
    printed = book[tab]
    printed.print_area = "A1:L27"
    printed.page_setup.fitToWidth = printed.page_setup.fitToHeight = 1
    printed.print_title_cols, printed.oddFooter.left.text = None, None
    printed.print_options.gridLines = printed.print_options.headings = True
    book.save(path)
    sheet(as_pdf(path, scratch), folder / "workbook.png", pages=(1, 1), dots=150, trim=True)
    return [
        (
            "workbook.png",
            "Lembar kelurahan buku kerja Kota Cilegon; DATA SINTETIS"
            if lang == "id"
            else "The sheet of villages in the workbook of Cilegon; SYNTHETIC DATA",
        )
    ]


def as_pdf(path: Path, scratch: Path) -> Path:
    """The document printed by LibreOffice, with a profile of its own so that an open one does not matter."""
    there = scratch / f"{path.stem}-{path.suffix[1:]}"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{scratch}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(there),
            str(path),
        ],
        check=True,
        capture_output=True,
    )
    return there / f"{path.stem}.pdf"


def sheet(pdf: Path, png: Path, pages: tuple[int, int], dots: int = 90, trim: bool = False) -> Path:
    """Pages of a PDF from first to last side by side, with a thin edge, as one picture; `trim` cuts white margins."""
    import matplotlib.image
    import numpy as np

    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            ["pdftoppm", "-r", str(dots), "-f", str(pages[0]), "-l", str(pages[1]), "-png", str(pdf), f"{scratch}/p"], check=True
        )
        shots = [matplotlib.image.imread(p)[..., :3] for p in sorted(Path(scratch).glob("p*.png"))]
    if trim:
        inked = [shot.min(axis=2) < 0.99 for shot in shots]
        shots = [shot[np.ix_(ink.any(axis=1), ink.any(axis=0))] for shot, ink in zip(shots, inked, strict=True)]
    high = max(shot.shape[0] for shot in shots)
    parts = []
    for shot in shots:
        shot = shot.copy()
        shot[[0, -1], :] = shot[:, [0, -1]] = 0.75
        parts += [np.pad(shot, ((0, high - shot.shape[0]), (0, 12), (0, 0)), constant_values=1.0)]
    matplotlib.image.imsave(png, np.concatenate(parts, axis=1)[:, :-12])
    return png


def browser() -> str | None:
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def photograph_page(address: Path, png: Path, width: int = 1280, height: int = 860) -> Path:
    """A page as a browser without network shows it."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--hide-scrollbars",
                f"--user-data-dir={profile}",
                f"--window-size={width},{height}",
                "--virtual-time-budget=4000",
                f"--screenshot={png}",
                f"file://{address}",
            ],
            check=True,
            capture_output=True,
        )
    return png


def readme(folder: Path) -> list[Path]:
    """The README's photographs, in English: pages of the report, the explorer, the workbook."""
    with tempfile.TemporaryDirectory() as scratch:
        made = [
            name
            for photograph in (photograph_report, photograph_explorer, photograph_workbook)
            for name, _ in photograph(Path(scratch), folder, "en")
        ]
    (folder / "word.png").unlink(missing_ok=True)
    return [folder / name for name in made if name != "word.png"]
