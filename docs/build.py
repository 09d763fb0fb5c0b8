"""Builds the documentation site: docs/_build/html, in Bahasa Indonesia and English, without a network.

    python3 run.py docs [--out FOLDER] [--no-pictures]

Pages are those of docs/id and docs/en, and those made from the package itself (reference.py, gallery.py, paper/paper.py).
A warning of Sphinx is an error.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE / "paper")]
LANGUAGES = ("id", "en")

HOME = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>p2wkss_analysis</title><style>
body {{ font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.2rem; color-scheme: light dark; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #131416; color: #eee; }} a {{ color: #7fc4cc !important; }} }}
a {{ color: #0b5c63; }} li {{ margin: .6rem 0; }} ul {{ padding-left: 1.2rem; }}
</style></head><body>
<h1>p2wkss_analysis</h1>
<ul><li><a href="id/index.html" hreflang="id">Bahasa Indonesia</a>: memilih lokasi P2WKSS, dan menilai apakah program berdampak</li>
<li lang="en"><a href="en/index.html" hreflang="en">English</a>: choosing the sites of P2WKSS, and finding out whether it helped</li></ul>
</body></html>
"""


def write_sources(folder: Path, pictures: bool = True) -> None:
    """Hand-written pages and made pages of both languages, under `folder`/id and `folder`/en."""
    import gallery
    import paper
    import reference

    for lang in LANGUAGES:
        there = folder / lang
        shutil.copytree(HERE / lang, there, dirs_exist_ok=True)
        (there / "glossary.md").write_text(reference.glossary(lang), encoding="utf-8")
        (there / "rates.md").write_text(reference.rates(lang), encoding="utf-8")
        (there / "laws.md").write_text(reference.laws(lang), encoding="utf-8")
        (there / "commands.md").write_text(reference.commands(lang), encoding="utf-8")
        (there / "paper.md").write_text(paper.page(lang, on_site=True), encoding="utf-8")
        shutil.copytree(HERE / "paper", there / "paper", ignore=lambda _, names: [n for n in names if not n.endswith(".png")])
        (there / "python.rst").write_text(reference.functions(lang), encoding="utf-8")
    gallery.write_pages(folder, pictures)


def build(out: Path, pictures: bool = True) -> None:
    """The whole site into `out`; raises where Sphinx warns of anything."""
    work = out.parent / (out.name + ".source")
    for old in (work, out):
        shutil.rmtree(old, ignore_errors=True)
    write_sources(work, pictures)
    out.mkdir(parents=True, exist_ok=True)
    (out / "index.html").write_text(HOME.format(), encoding="utf-8")
    runs = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "sphinx",
                "-q",
                "-W",
                "--keep-going",
                "-b",
                "html",
                "-c",
                str(HERE),
                "-D",
                f"language={lang}",
                "-d",
                str(work / f"{lang}.doctrees"),
                str(work / lang),
                str(out / lang),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for lang in LANGUAGES
    ]
    said = [run.communicate()[0] for run in runs]
    if any(run.returncode for run in runs):
        raise SystemExit("docs: Sphinx warns, and a warning is an error here.\n" + "\n".join(said).strip())
    shutil.rmtree(work)


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(prog="run.py docs", description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=HERE / "_build" / "html")
    parser.add_argument("--no-pictures", action="store_true", help="leave the gallery's pictures out (quicker)")
    options = parser.parse_args(arguments)
    build(options.out.resolve(), not options.no_pictures)
    print(f"docs: {options.out / 'index.html'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
