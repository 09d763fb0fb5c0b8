"""The doors of files beside the workbook: tables, rubrics, mappings, protocols, exports of phones, registers, draws, open data."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import random
import tempfile
from functools import cache
from pathlib import Path

import door_damage as damage
from door_judge import FAULTS, READ, Silent, command


@cache
def made() -> dict[str, bytes]:
    """One valid file of each kind, written by the package's own commands."""
    import pandas as pd

    import p2wkss_analysis as p2
    from p2wkss_analysis.cli import main
    from p2wkss_analysis.impact.protocol import protocol as protocol_of
    from p2wkss_analysis.simulate import simulate_city
    from p2wkss_analysis.simulate.phones import Mess, write_export

    with tempfile.TemporaryDirectory() as home, contextlib.redirect_stdout(io.StringIO()):
        at = Path(home)
        city = simulate_city("36.72", assisted=10, seed=1)
        book = city.write(at / "kota.xlsx")
        panel = p2.simulate_panel(units=24, years=7, seed=1).table()
        panel.to_csv(at / "panel.csv", index=False)
        fixed = protocol_of(p2.Panel.from_table(panel, outcome="outcome", better="higher"), p2.SelectionRule())
        fixed.save(at / "protocol.json")
        for words in (
            ("score", "--rubric-template", at / "rubric.xlsx"),
            ("key", at / "key.txt"),
        ):
            assert main([str(word) for word in words]) == 0, words
        items = [
            {"key": "garden", "label": "kebun", "kind": "yes_no", "weight": 60, "source": "panitia"},
            {"key": "share", "label": "bagian", "kind": "percent", "weight": 40, "target": 80, "rule": "proportional"},
        ]
        (at / "rubric.json").write_text(
            json.dumps({"name": "lomba", "label": {"id": "Lomba", "en": "Contest"}, "total": 100, "items": items})
        )
        head = ("item", "label", "kind", "weight", "target", "rule", "source")
        _csv(
            at / "rubric.csv",
            [head, *[[str(i.get({"item": "key"}.get(c, c), "")) for c in head] for i in items], ["total", "", "", "100"]],
        )
        villages = city.tables["villages"]
        villages = villages[villages["year"] == villages["year"].max()].head(25)
        villages.to_csv(at / "villages.csv", index=False)
        codes = sorted(set(city.tables["villages"]["village_code"]))[:6]
        _csv(at / "candidates.csv", [["area_code", "note"], *[[code, "x"] for code in codes]])
        assert (
            main(
                [
                    "draw",
                    str(at / "candidates.csv"),
                    "--n",
                    "2",
                    "--seed",
                    "7",
                    "--year",
                    "2027",
                    "--record",
                    str(at / "draw.csv"),
                ]
            )
            == 0
        )
        heads = ["Kode Desa", "Nama KRT", "Desil", "Anggota", "Air"]
        _csv(
            at / "export.csv", [heads, *[[codes[n % 6], f"K{n}", str(n % 10 + 1), str(n % 6 + 1), str(n % 3)] for n in range(12)]]
        )
        mapping = {
            "sheet": "households",
            "columns": {
                "Kode Desa": "village_code",
                "Nama KRT": "household_id",
                "Desil": "registry_decile",
                "Anggota": "members",
            },
            "values": {"water_source": {"0": "piped"}},
            "constants": {"wave": 0, "registry_source": "DTSEN"},
            "counts": {"under_five": {"column": "Air", "values": ["1"]}},
            "codes": "kemendagri",
        }
        (at / "mapping.json").write_text(json.dumps(mapping))
        form = p2.write_form(at / "form.xlsx", book, "households", "endline")
        lines = city.tables["households"].query("wave == 1").head(6)
        for ending, system in (("xlsx", "kobo"), ("csv", "kobo"), ("zip", "central")):
            write_export(at / f"phone.{ending}", form, lines, system=system, mess=Mess(copies=1))
        p2.simulate_register(100, at / "register", years=2, regencies="36.72")
        rows = pd.read_parquet(at / "register").head(60)
        rows["year"] = rows["year"].astype(int)  # it is the name of a folder
        rows.to_parquet(at / "register.parquet")
        rows.to_csv(at / "register.csv", index=False)
        _csv(
            at / "bps.csv",
            [
                ["Persentase Penduduk Miskin Menurut Kabupaten/Kota, 2026"],
                ["Kabupaten/Kota", "2025", "2026"],
                ["Kota Depok", "2,34", "2,21"],
                ["Kota Bogor", "6,53", "6,1"],
            ],
        )
        (at / "bps.html").write_text(
            "<table><tr><th>Kabupaten/Kota</th><th>2026</th></tr><tr><td>Kota Depok</td><td>2,21</td></tr></table><p>Persentase Penduduk Miskin</p>"
        )
        return {path.name: path.read_bytes() for path in at.iterdir() if path.is_file()}


def _csv(path: Path, rows) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def table_of(name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(made()[name].decode("utf-8-sig"))))


def put(rng: random.Random, folder: Path, name: str) -> Path:
    """A damaged copy of one of the valid files, now and then under a suffix that is not its own."""
    stem, _, ending = name.rpartition(".")
    if ending == "csv":
        data = damage.csv_bytes(rng, damage.rows(rng, table_of(name)) if rng.random() < 0.93 else table_of(name))
    elif ending == "json":
        data = damage.json_bytes(rng, json.loads(made()[name]))
    elif ending in ("xlsx", "zip"):
        data = _packed(rng, made()[name])
    else:
        data = damage.raw(rng, made()[name])
    path = folder / (f"{stem}{rng.choice(damage.SUFFIXES)}" if rng.random() < 0.05 else name)
    path.write_bytes(data)
    return path


def _packed(rng: random.Random, data: bytes) -> bytes:
    """A zip of XML or CSV: cells replaced inside it, or the zip damaged."""
    parts = damage.parts_of(data)
    if rng.random() < 0.3:
        return damage.parts(rng, parts)
    for name in parts:
        if name.endswith(".csv"):
            parts[name] = damage.csv_bytes(rng, damage.rows(rng, list(csv.reader(io.StringIO(parts[name].decode("utf-8-sig"))))))
        elif "sheet" in name.lower() or "sharedStrings" in name:
            parts[name] = _texts(rng, parts[name])
    return damage.zip_bytes(parts)


def _texts(rng: random.Random, data: bytes) -> bytes:
    import re
    from html import escape

    cells = list(re.finditer(rb"<(t|v)( [^>]*)?>([^<]*)</", data))
    for cell in sorted(rng.sample(cells, min(len(cells), rng.choice((1, 2, 5)))), key=lambda c: -c.start()):
        new = (
            cell[3] if rng.random() < 0.2 else escape("".join(s for s in damage.cell(rng) if s >= " ")).encode("utf-8", "replace")
        )
        data = data[: cell.start(3)] + new + data[cell.end(3) :]
    return data


def table(rng: random.Random, folder: Path) -> str:
    """A user's own table through the commands that read one."""
    name = rng.choice(("villages.csv", "villages.csv", "panel.csv"))
    path = put(rng, folder, name)
    out, want = folder / "out.csv", ["--outcome", "outcome", "--better", "higher"]
    if name == "panel.csv":
        asked = rng.choice(
            (
                ("impact", path, *want, "--draws", 99),
                ("plan", path, *want, "--draws", 99, "--sites", "2"),
                ("impact", path, *want, "--draws", 99, "--ranking", "outcome", "--ledger", out),
                ("national", path, "--out", folder / "n", "--draws", 99),
            )
        )
    else:
        asked = rng.choice(
            (
                ("target", path, "--need", "low_decile_percent=higher", "--need", "stunting_percent=higher", "--draws", 99),
                ("target", path, "--need", "low_decile_percent=higher", "--k", 2, "--out", out, "--draws", 99),
                ("match", path, "--column", "village", "--inside", "36.72", "--out", out),
                ("match", path, "--column", "village_code", "--json"),
                ("draw", path, "--n", 2, "--seed", 4),
                ("draw", path, "--n", 2, "--list-only"),
                ("households", path, "--n", 2, "--score", "low_decile_percent"),
                ("import", path, "--suggest", "villages"),
                ("import", path, "--suggest", "villages", "--mapping", folder / "m.json"),
                (
                    "map",
                    "--table",
                    path,
                    "--column",
                    "low_decile_percent",
                    "--code",
                    "village_code",
                    "--inside",
                    "36.72",
                    "--out",
                    folder / "m.png",
                ),
                ("national", path, "--out", folder / "n", "--draws", 99),
            )
        )
    return command(*asked, "--lang", rng.choice(("id", "en")))


def cells(rng: random.Random, folder: Path) -> str:
    """A column of numbers and one of text as typed, against what `read_table` gives."""
    from p2wkss_analysis.tables.open_file import read_table

    column = [rng.choice((_number(rng), damage.cell(rng))) for _ in range(rng.choice((1, 2, 6)))]
    texts = [rng.choice((damage.cell(rng), "kebun")) for _ in column]
    path = folder / "t.csv"
    path.write_bytes(
        damage.csv_bytes(
            rng, [["area_code", "note", "x"], *[[f"a{n}", t, c] for n, (t, c) in enumerate(zip(texts, column, strict=True))]], 0
        )
    )
    read = read_table(path, numbers=["x"], needed=["area_code"])
    if len(read) != len(column):
        raise Silent(f"{len(column)} lines written, {len(read)} read")
    for was, text, number, note in zip(column, texts, read["x"], read["note"], strict=True):
        if not _means(was, number):
            raise Silent(f"number {was!r} read as {number!r} beside {column}")
        plain = " ".join(str(text).split())
        if plain != " ".join(("" if note is None or note != note else str(note)).split()) and not _changed_on_purpose(text, note):
            raise Silent(f"text {text[:80]!r} read as {str(note)[:80]!r}")
    return READ


def _number(rng) -> str:
    whole, part = rng.randint(0, rng.choice((9, 999, 10**6, 10**9))), rng.randint(0, 999)
    grouped = f"{whole:,}"
    return rng.choice(
        (
            f"{whole}",
            f"{whole}.{part}",
            f"{whole},{part}",
            grouped,
            grouped.replace(",", "."),
            f"{grouped.replace(',', '.')},{part}",
            f"{grouped}.{part}",
            f" {whole} ",
            f"-{whole}",
            "",
        )
    )


def _means(text: str, number: float) -> bool:
    """Whether a text can mean the number that was read; either sign may be the decimal one, as the column decides."""
    text = text.strip(" \t\r\n\ufeff\u200b\u00a0").lstrip("'")
    text = text.strip("\0")  # a zero byte is no sign
    if number != number:
        return not text or text.casefold() in ("-", "–", "n/a", "na", "null", "nan")
    ways = {text, text.replace(",", ""), text.replace(".", "").replace(",", "."), text.replace(",", ".")}
    for way in ways:
        with contextlib.suppress(ValueError):
            if way.isascii() and "_" not in way and abs(float(way) - number) <= 1e-12 * abs(number):
                return True
    return False


def _changed_on_purpose(text: str, note) -> bool:
    """An apostrophe before a formula is what the package itself writes; a number of a card is hidden."""
    return str(note) == text.removeprefix("'") or note is None or "\0" in text or not str(text).strip(" \t\r\n\ufeff")


def _valid(folder: Path, name: str) -> Path:
    path = folder / f"valid-{name}"
    path.write_bytes(made()[name])
    return path


def rubric(rng: random.Random, folder: Path) -> str:
    import p2wkss_analysis as p2

    path = put(rng, folder, rng.choice(("rubric.json", "rubric.json", "rubric.csv", "rubric.xlsx")))
    if rng.random() < 0.2:
        book = folder / "kota.xlsx"
        book.write_bytes(made()["kota.xlsx"])
        return command("form", book, "--rubric", path, "--sheet", "scores", "--out", folder / "f.xlsx")
    profile = p2.load_rubric(path)
    answers = {item.key: rng.choice((True, False, 0, 50, 1e400, None, "ya")) for item in profile.items}
    p2.score_rubric(answers, profile).sentence("en")
    return READ


def mapping(rng: random.Random, folder: Path) -> str:
    export = put(rng, folder, "export.csv") if rng.random() < 0.4 else folder / "export.csv"
    if not export.exists():
        export.write_bytes(made()["export.csv"])
    path = put(rng, folder, "mapping.json") if rng.random() < 0.8 else folder / "mapping.json"
    if not path.exists():
        path.write_bytes(made()["mapping.json"])
    where = ("--regency", "36.72") if rng.random() < 0.8 else ()
    return command("import", export, "--mapping", path, "--out", folder / "baru.xlsx", *where)


def protocol(rng: random.Random, folder: Path) -> str:
    from p2wkss_analysis.impact.protocol import departures, read_protocol

    path, panel = put(rng, folder, "protocol.json"), folder / "panel.csv"
    if rng.random() < 0.9:
        found = read_protocol(path)
        assert found.sentence("en") and len(found.hash) == 64
        departures(found, read_protocol(_valid(folder, "protocol.json")), "en")
        return READ
    panel.write_bytes(made()["panel.csv"])
    return command("impact", panel, "--outcome", "outcome", "--better", "higher", "--draws", 99, "--protocol", path)


def phones(rng: random.Random, folder: Path) -> str:
    path = put(rng, folder, rng.choice(("phone.xlsx", "phone.csv", "phone.zip")))
    into = ()
    if rng.random() < 0.4:
        (folder / "kota.xlsx").write_bytes(made()["kota.xlsx"])
        into = ("--into", folder / "kota.xlsx")
    return command("import", path, *into, "--out", folder / "baru.xlsx", "--lang", rng.choice(("id", "en")))


def register(rng: random.Random, folder: Path) -> str:
    import p2wkss_analysis as p2

    place = folder / "register"
    place.mkdir()
    path = put(rng, place, rng.choice(("register.csv", "register.csv", "register.csv", "register.parquet")))
    if rng.random() < 0.3:
        return command(
            "aggregate", rng.choice((path, place)), "--out", folder / "o.csv", *rng.choice(((), ("--leave-out",), ("--changes",)))
        )
    if rng.random() < 0.5:
        return FAULTS if len(p2.check_register(path).table()) else READ
    if rng.random() < 0.3:
        p2.register_rows(path, "36.72", faults=rng.choice(("refuse", "leave out")))
        return READ
    p2.aggregate_households(path).table()
    return READ


def draw(rng: random.Random, folder: Path) -> str:
    path, book = put(rng, folder, "draw.csv"), folder / "kota.xlsx"
    book.write_bytes(made()["kota.xlsx"])
    return command("next", book, "--draw", path, "--year", 2027, "--out", folder / "baru.xlsx")


def key(rng: random.Random, folder: Path) -> str:
    from p2wkss_analysis.disclosure.privacy import read_key

    read_key(put(rng, folder, "key.txt"))
    return READ


def added(rng: random.Random, folder: Path) -> str:
    """Figures as BPS gives them: CSV, a page, an answer of the web API."""
    import p2wkss_analysis as p2

    path = put(rng, folder, rng.choice(("bps.csv", "bps.csv", "bps.html", "villages.csv", "rubric.xlsx", "mapping.json")))
    if path.suffix == ".html" and rng.random() < 0.6:
        path.write_bytes(damage.xml(rng, made()["bps.html"]))
    if rng.random() < 0.3:
        return command("data", "add", path, "--indicator", "poverty_rate", "--year", 2026)
    found = p2.new_figures(path, indicator=rng.choice((None, "poverty_rate")))
    found.table(), found.sentence("en")
    return READ


def package(rng: random.Random, folder: Path) -> str:
    """A data folder with a few small tables and its dictionary."""
    import p2wkss_analysis as p2

    raw = folder / "raw"
    raw.mkdir()
    source = Path(__file__).resolve().parents[1] / "data" / "raw"
    described = json.loads((source / "datapackage.json").read_text(encoding="utf-8"))
    small = ("slum_cities", "substandard_housing", "district_stunting_risk", "village_poverty")
    described["resources"] = [one for one in described["resources"] if one["name"] in small]
    for one in described["resources"]:
        for foreign in [k for k in one["schema"].get("foreignKeys", ())]:
            one["schema"]["foreignKeys"].remove(foreign)  # their table, of all areas, is left out
        data = (source / one["path"]).read_bytes()
        if rng.random() < 0.4:
            data = damage.csv_bytes(rng, damage.rows(rng, list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))), 0.2)
        (raw / one["path"]).write_bytes(data)
        if rng.random() < 0.5:
            one.pop("hash", None)
    (raw / "datapackage.json").write_bytes(
        damage.json_bytes(rng, described) if rng.random() < 0.8 else json.dumps(described).encode()
    )
    if rng.random() < 0.3:
        return command("check", folder, "--lang", rng.choice(("id", "en")))
    p2.load(rng.choice(small), folder)
    return READ


def published(rng: random.Random, folder: Path) -> str:
    """What a workbook published before, kept beside it; a damaged one is not used, and the report says so."""
    from p2wkss_analysis.disclosure.published_before import Before, published_before, remember

    book = folder / "kota.xlsx"
    remember(book, "36.72", Before(), {"a": 10, "b": 25}, {"list": {"c": 5}})
    beside = book.with_name("kota.xlsx.terbit.json")
    beside.write_bytes(damage.json_bytes(rng, json.loads(beside.read_bytes())))
    before = published_before(book, "36.72")
    if not before.unusable and dict(before.counts) != {"a": 10, "b": 25}:
        raise Silent(f"{before.counts}")
    return READ if not before.unusable else FAULTS


DOORS = {
    "own table": table,
    "cells of a table": cells,
    "rubric": rubric,
    "mapping": mapping,
    "protocol": protocol,
    "phone export": phones,
    "register": register,
    "draw on record": draw,
    "key": key,
    "added figures": added,
    "data package": package,
    "published before": published,
}
