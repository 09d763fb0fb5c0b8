"""The commands that write, each with small made-up inputs; `faults.py` runs them while something goes wrong."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
_MAPPING = (
    '{"sheet": "households", "columns": {"ID Keluarga": "household_id", "Desa": "village_code", "RT": "rt"}, '
    '"constants": {"wave": "0", "assisted": "ya", "status": "interviewed"}}'
)
_PERCENT = ["stunting_percent", "low_decile_percent", "out_of_school_percent"]


@dataclass(frozen=True)
class Command:
    """A command line after `p2wkss`, with {in} and {out} for its folders.

    replaces : whether an earlier result is replaced; a command that never replaces finds none. once : whether a second run is
    refused, since what it wrote is to stay. threads : whether it works in threads or processes of its own, so that it cannot be
    stopped and copied between two writes. random : whether no two runs give the same bytes. notes : whether what is published is
    noted beside the workbook; where that cannot be, the command says so and so does what it writes. before : puts into {out} what
    the command changes there.
    """

    line: str
    replaces: bool = False
    once: bool = False
    threads: bool = False
    random: bool = False
    notes: bool = False
    before: Callable[[Path], None] | None = None


def _open_tables(out: Path) -> None:
    shutil.copytree(ROOT / "data" / "raw", out / "data" / "raw")


def _unsealed_tables(out: Path) -> None:
    """The open tables, one of which has another checksum than its dictionary says."""
    _open_tables(out)
    path = out / "data" / "raw" / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    package["resources"][-1]["hash"] = "sha256:" + "0" * 64
    path.write_text(json.dumps(package, indent=1, ensure_ascii=False), encoding="utf-8")


COMMANDS = {
    "report": Command("report --data {in}/small.xlsx --out {out}/r.html", replaces=True, notes=True),
    "report docx": Command("report --data {in}/small.xlsx --out {out}/r.docx", replaces=True, notes=True),
    "report xlsx": Command("report --data {in}/small.xlsx --out {out}/r.xlsx", replaces=True, notes=True),
    "report pdf": Command("report --data {in}/small.xlsx --out {out}/r.pdf", replaces=True, notes=True),
    "report of open tables": Command("report --data {out}/data --out {out}/o.html", replaces=True, before=_open_tables),
    "report of a place": Command("report --regency 36.72 --out {out}/o.html", replaces=True),
    "papers": Command("papers {in}/small.xlsx --out {out}/papers", replaces=True, notes=True),
    "papers --templates": Command("papers --templates {out}/templates"),
    "explorer": Command("explorer --data {in}/small.xlsx --out {out}/e.html", replaces=True),
    "map": Command("map --out {out}/m.png", replaces=True),
    "target": Command("target --regency 32.76 --draws 200 --out {out}/t.csv --map {out}/t.png", replaces=True),
    "target of a table": Command("target {in}/own.csv --need x=higher --k 1 --draws 200 --out {out}/t.csv", replaces=True),
    "households": Command(
        "households {in}/city.xlsx --n 3 --score registry_decile=lower --then members=higher --out {out}/h.csv "
        "--public {out}/p.csv",
        replaces=True,
    ),
    "collect": Command("collect {in}/cities --out {out}/g.xlsx", replaces=True),
    "check --marked": Command("check {in}/city.xlsx --marked {out}/c.xlsx"),
    "check --fix": Command("check {in}/city.xlsx --fix {out}/c.xlsx"),
    "check --seal": Command("check {out}/data --seal", replaces=True, before=_unsealed_tables),
    "score": Command("score {in}/city.xlsx --out {out}/s.csv", replaces=True),
    "score --rubric-template": Command("score --rubric-template {out}/b.xlsx"),
    "impact": Command("impact {in}/panel.csv --outcome outcome --better higher --draws 99 --ledger {out}/l.csv", replaces=True),
    "plan": Command(
        "plan {in}/panel.csv --outcome outcome --better higher --draws 99 --sites 1 --for-years 2 --protocol {out}/o.json",
        once=True,
    ),
    "draw": Command("draw 32.76.10.1006 32.76.11.1001 --n 1 --seed 1 --out {out}/d.txt --record {out}/d.csv"),
    "template": Command("template {out}/w.xlsx --regency 32.76"),
    "key": Command("key {out}/k.key", once=True, random=True),
    "form": Command("form {in}/city.xlsx --wave endline --out {out}/f.xlsx", replaces=True),
    "next": Command("next {in}/city.xlsx --out {out}/n.xlsx"),
    "match": Command("match {in}/names.csv --column nama --inside 32.76 --out {out}/m.csv"),
    "import": Command("import {in}/export.csv --mapping {in}/export.json --out {out}/i.xlsx --regency 32.76", once=True),
    "import --suggest": Command("import {in}/export.csv --suggest households --mapping {out}/i.json"),
    "import of a phone": Command("import {in}/kobo.csv --into {in}/city.xlsx --out {out}/i.xlsx", once=True),
    "data add": Command("data add {in}/bps.csv --indicator poverty_rate --unit percent --save"),
    "simulate": Command("simulate --places 8 --years 4 --out {out}/v.csv"),
    "simulate --city": Command("simulate --city 36.72 --assisted 10 --out {out}/x.xlsx"),
    "simulate --register": Command("simulate --register 4000 --years 2 --regency 32.76 --out {out}/g", once=True),
    "aggregate": Command("aggregate {in}/register --out {out}/a.parquet", once=True, threads=True),
    "aggregate --workbooks": Command("aggregate {in}/register --workbooks {out}/cities", threads=True),
    "national": Command("national {in}/years.parquet --sites {in}/sites.csv --draws 99 --out {out}/hasil", random=True),
    "notebook": Command("notebook {in}/small.xlsx --draws 99 --out {out}/n.ipynb", replaces=True, threads=True, random=True),
    "notebooks": Command("notebooks {out}/notebooks"),
}


def whole(name: str, data: bytes, new: bytes) -> bool:
    """Whether a result is a whole one, though of another run that may differ in bytes."""
    if data == new:
        return True
    if name.endswith(".key"):
        return bool(re.fullmatch(rb"[0-9a-f]{64}\n", data))
    if name.endswith((".ipynb", "run.json")):
        try:
            return set(json.loads(data)) == set(json.loads(new))
        except ValueError:
            return False
    return False


def _small(city):
    """For what takes longest: one year of a few villages and the first visit to families, so that every file is still written."""
    villages, homes = city.tables["villages"], city.tables["households"]
    kept = {*city.tables["sites"]["village_code"], *sorted(set(villages["village_code"]))[:12]}
    few = {
        "villages": villages[(villages["year"] == villages["year"].max()) & villages["village_code"].isin(kept)],
        "households": homes[homes["wave"] == 0],
        "deliveries": city.tables["deliveries"].head(10),
        **{name: city.tables[name].head(0) for name in ("neighbourhoods", "scores")},
    }
    return replace(city, tables=city.tables | few)


def make_inputs(folder: Path) -> None:
    """All files that the commands read."""
    import p2wkss_analysis as p2
    from p2wkss_analysis.cli import main
    from p2wkss_analysis.forms.form import write_form
    from p2wkss_analysis.simulate import simulate_city
    from p2wkss_analysis.simulate.phones import write_export

    (folder / "cities").mkdir(parents=True)
    city = simulate_city("32.76", assisted=10, seed=1)
    city.write(folder / "city.xlsx")
    shutil.copy(folder / "city.xlsx", folder / "cities" / "depok.xlsx")
    _small(city).write(folder / "small.xlsx")
    form = write_form(folder / "form.xlsx", folder / "city.xlsx", "deliveries")
    write_export(folder / "kobo.csv", form, city.tables["deliveries"].head(5))
    p2.simulate_register(4_000, folder / "register", years=2, regencies=["32.76", "36.72"], seed=1)
    villages = city.tables["villages"].rename(columns={"village_code": "area_code"})
    villages[["area_code", "year", *(c for c in _PERCENT if c in villages), "decile_cut"]].to_parquet(folder / "years.parquet")
    sites = city.tables["sites"].rename(columns={"village_code": "area_code"})[["area_code", "year"]].dropna()
    sites.to_csv(folder / "sites.csv", index=False)
    main(["simulate", "--places", "20", "--years", "6", "--out", str(folder / "panel.csv")])
    pd.DataFrame({"nama": ["Pondok Cina", "Kemiri Muka", "Tugu"], "n": [1, 2, 3]}).to_csv(folder / "names.csv", index=False)
    (folder / "own.csv").write_text("area_code,x\n32.76.11.1001,1\n32.76.11.1002,2\n32.76.10.1006,4\n", encoding="utf-8")
    (folder / "export.csv").write_text("ID Keluarga;Desa;RT\n1;3276111001;4\n2;3276111001;5\n", encoding="utf-8")
    (folder / "export.json").write_text(_MAPPING, encoding="utf-8")
    head = "Persentase Penduduk Miskin Menurut Kabupaten/Kota (Persen)\nKabupaten/Kota;2024;2027"
    (folder / "bps.csv").write_text(head + "\nKota Depok;2,34;2,05\nKota Bogor;6,53;6,1\n", encoding="utf-8")
