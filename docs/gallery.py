"""The gallery: every picture beside the code that draws it, run anew whenever the site is built or tested.

    python docs/gallery.py            compares the tables behind the pictures with docs/gallery.json
    python docs/gallery.py --seal     after a change made on purpose: writes gallery.json and the README's pictures

Pages of reports are photographed where the programs for it are there (gallery_pages.py).
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
RECORD = HERE / "gallery.json"
DOTS = 130  # an inch

SETUP = """import p2wkss_analysis as p2

areas, sites, indicators = p2.load("areas"), p2.load("programme_sites"), p2.load("regency_indicators")
names = dict(zip(areas["area_code"], areas["name"]))
regencies = areas[(areas["level"] == "regency") & areas["area_code"].str[:2].isin(["32", "36"])]
indicators = indicators[indicators["area_code"].isin(regencies["area_code"])]
"""
_DESA = """desa = p2.load("village_index").query("year == 2024 and area_code.str.startswith('36.04.')")
ranking = p2.need_index(desa, {"iks": "lower", "ike": "lower", "ikl": "lower"}, names=names)
"""
_PANEL = """table = p2.simulate_panel(units=63, effect=1.0, seed=2026).table()
panel = p2.Panel.from_table(table, outcome="outcome", better="higher")
rule = p2.SelectionRule(picks="lowest", per_year=2)
"""
ITEMS = {  # name: (title in Bahasa Indonesia, title in English, the code; LANG, and {words in both languages} are filled in)
    "map": (
        "Peta kebutuhan",
        "Map of need",
        """poverty = indicators.query("indicator == 'poverty_rate' and year == 2021")
picture = p2.map_need(poverty, regencies, sites=sites, lang=LANG)
""",
    ),
    "bivariate": (
        "Kemiskinan dan IPM bersama",
        "Poverty and human development together",
        """both = indicators.query(
    "year == 2021 and (indicator == 'poverty_rate' or (indicator == 'hdi' and method == 'UHH SP2010'))")
picture = p2.map_bivariate(both, regencies, sites=sites, lang=LANG)
""",
    ),
    "years": (
        "Tahun demi tahun",
        "Year by year",
        """poverty = indicators.query("indicator == 'poverty_rate'")
picture = p2.map_years(poverty, regencies, years=[2019, 2021, 2023], lang=LANG)
""",
    ),
    "slum": (
        "Lokasi dan daftar kumuh",
        "Sites and the lists of slums",
        """picture = p2.map_slum_sites(p2.load("slum_villages"), "32.76", areas, sites=sites, lang=LANG)
""",
    ),
    "firmness": (
        "Seberapa kokoh pilihannya",
        "How firm the choice is",
        """from p2wkss_analysis.pictures.firmness import chart_stability

"""
        + _DESA
        + """stability = ranking.stability(k=2)
picture = chart_stability(stability.table(), names, 2, title="{Seberapa kokoh dua besar, Kab. Serang|How firm is the top two, Kab. Serang}", lang=LANG)
""",
    ),
    "triangle": (
        "Siapa yang pertama pada setiap bobot",
        "Who comes first at which weights",
        """from p2wkss_analysis.pictures.firmness import chart_triangle

"""
        + _DESA
        + """aspects = ("{Sosial|Social}", "{Ekonomi|Economic}", "{Lingkungan|Environment}")
picture = chart_triangle(ranking.triangle(), names, aspects, title="{Siapa peringkat pertama pada setiap bobot|Who ranks first at which weights}", lang=LANG)
""",
    ),
    "ledger": (
        "Rincian perubahan (data sintetis)",
        "Breakdown of the change (synthetic data)",
        """from p2wkss_analysis.pictures.effects import chart_ledger

"""
        + _PANEL
        + """evaluation = p2.evaluate(panel, rule, methods=["history_adjusted"])
picture = chart_ledger(evaluation.ledger(), title="{Dari mana perubahan di lokasi berasal|Where the change at the sites came from}",
                       value_label="{simpangan baku|standard deviations}", notes=["{DATA SINTETIS|SYNTHETIC DATA}"], lang=LANG)
""",
    ),
    "since": (
        "Pengaruh menurut tahun (data sintetis)",
        "Effect by year (synthetic data)",
        """from p2wkss_analysis.pictures.effects import chart_years_since

"""
        + _PANEL
        + """evaluation = p2.evaluate(panel, rule, methods=["history_adjusted"])
picture = chart_years_since(evaluation.by_year(), title="{Pengaruh menurut tahun sejak program|Effect by year since the programme}",
                            value_label="{simpangan baku|standard deviations}", notes=["{DATA SINTETIS|SYNTHETIC DATA}"], lang=LANG)
""",
    ),
    "power": (
        "Pengaruh yang akan dapat terdeteksi (data sintetis)",
        "What could be detected (synthetic data)",
        """from p2wkss_analysis.pictures.effects import chart_power

"""
        + _PANEL
        + """design = p2.plan(panel, rule, sites_per_year=[1, 2], years=4, draws=99, panels=20)
picture = chart_power(design.table(), title="{Peluang pengaruh terdeteksi|Chance of detecting an effect}",
                      value_label="{pengaruh (simpangan baku)|effect (standard deviations)}", notes=["{DATA SINTETIS|SYNTHETIC DATA}"], lang=LANG)
""",
    ),
}
README = ("map", "firmness", "ledger")  # drawn in English into docs/ for both README files


def code(name: str, lang: str) -> str:
    """The code of one picture in one language, as it is shown and as it is run."""
    import re

    written = ITEMS[name][2].replace("LANG", f'"{lang}"')
    return re.sub(r"\{([^{}|]+)\|([^{}|]+)\}", lambda both: both[1 if lang == "id" else 2], written)


def draw(name: str, lang: str):
    """The picture, drawn by running exactly what the page shows."""
    world: dict = {}
    exec(compile(SETUP + code(name, lang), f"<gallery: {name}>", "exec"), world)
    return world["picture"]


def digest(table) -> dict:
    """What is kept of a table: its size, the place it begins with, and the sum of every column of numbers."""
    numbers = table.select_dtypes("number")
    first = {"first": str(table[c].iloc[0]) for c in ("name", "area_code") if c in table}  # noqa: B035  the code, else the name
    return {"rows": len(table), **first, **{c: round(float(numbers[c].sum()), 2) for c in numbers if c != "year"}}


def differences(name: str, table, record: dict) -> list[str]:
    """How a table differs from what was sealed, beyond rounding."""
    now, then = digest(table), record["tables"].get(name, {})
    return [
        f"{name}.{key}: {then.get(key)} sealed, {now.get(key)} now"
        for key in sorted(set(now) | set(then))
        if not _alike(now.get(key), then.get(key))
    ]


def _alike(now, then) -> bool:
    if isinstance(now, str) or isinstance(then, str) or None in (now, then):
        return now == then
    return abs(now - then) <= 0.02 + 1e-4 * abs(then)


def behind_pages() -> dict:
    """What the photographed pages show: checksums of the open tables (report, explorer) and the synthetic workbook's figures."""
    import p2wkss_analysis as p2

    package = json.loads((HERE.parent / "data" / "raw" / "datapackage.json").read_text(encoding="utf-8"))
    villages = p2.simulate_city("36.72", assisted=20, seed=1).tables["villages"].head(20)
    return {"open tables": {r["name"]: r["hash"] for r in package["resources"]}, "workbook": digest(villages)}


def record() -> dict:
    return json.loads(RECORD.read_text(encoding="utf-8"))


def write_pages(folder: Path, pictures: bool) -> None:
    """gallery.md of both languages and, where asked for, every picture and photographed page."""
    import gallery_pages

    for lang in ("id", "en"):
        first = lang == "id"
        there = folder / lang / "gallery"
        there.mkdir(parents=True, exist_ok=True)
        lines = [
            "# Galeri" if first else "# Gallery",
            "",
            "Setiap gambar dibuat oleh kode di bawahnya saat halaman ini dibangun. Jalankan dahulu:"
            if first
            else "Each picture was drawn by the code below it when this page was built. Run first:",
            "",
            "```python",
            SETUP.rstrip(),
            "```",
            "",
        ]
        for name, (id, en, _) in ITEMS.items():
            lines += [f"## {id if first else en}", ""]
            if pictures:
                picture = draw(name, lang)
                picture.savefig(there / f"{name}.png", dpi=DOTS, bbox_inches="tight", metadata={"Software": None})
                says = picture.sentence(lang)
                lines += [f"```{{figure}} gallery/{name}.png", f":alt: {says}", ":figclass: gallery", "", says, "```", ""]
            lines += ["```python", code(name, lang).rstrip(), "```", ""]
        if pictures:
            lines += gallery_pages.lines(there, lang)
        (folder / lang / "gallery.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def seal() -> None:
    """Write the record of every table, and the pictures of the README with their checksums."""
    import gallery_pages

    drawn = {name: draw(name, "en") for name in ITEMS}
    for name in README:
        drawn[name].savefig(HERE / f"{name}.png", dpi=DOTS, bbox_inches="tight", metadata={"Software": None})
    files = [HERE / f"{name}.png" for name in README] + gallery_pages.readme(HERE)
    RECORD.write_text(
        json.dumps(
            {
                "tables": {name: digest(picture.table()) for name, picture in drawn.items()},
                "pages": behind_pages(),
                "pictures": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seal", action="store_true", help="write gallery.json and the README's pictures")
    if parser.parse_args(arguments).seal:
        seal()
        return 0
    sealed = record()
    found = [line for name in ITEMS for line in differences(name, draw(name, "en").table(), sealed)]
    print("\n".join(found) or "gallery: as sealed")
    return bool(found)


if __name__ == "__main__":
    raise SystemExit(main())
