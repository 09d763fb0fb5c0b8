"""What a clerk is shown for a workbook filled as offices fill one, and that no cell is changed in silence.

Run: python benchmarks/clerk.py [--cells 2000]
First the lines of `p2wkss check` for synthetic Depok with titles, names instead of codes, currency signs, units and slips;
then `--cells` cells each typed in another way than the workbook holds them: a cell with one reading must come out as it was
and be listed, a cell with two must be a fault that offers both.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pandas as pd

import p2wkss_analysis as p2
from p2wkss_analysis.dictionary.sheets import FIRST_DATA_ROW
from p2wkss_analysis.tables.intake import load
from p2wkss_analysis.tables.workbook.check import Checked, check

TWINS = ("Curug",)  # a name of two villages of Depok


@dataclass(frozen=True)
class Typed:
    """One cell typed otherwise: the text, and its reading as the table has it, or None where there are several or none."""

    text: object
    read: object
    offered: tuple[str, ...] = ()


def coded(held: object, names: Mapping[str, str]) -> str:
    """The village of Depok that a drop-down names, by its code; of the two of one name the first."""
    return next(code for code, name in names.items() if name == str(held).split(" (")[0])


def typed_otherwise(column: str, held: object, rng: random.Random, names: dict[str, str]) -> Typed | None:
    """A cell as another person would have typed it; None for a column that is left alone."""
    if column == "village_code":
        code = coded(held, names)
        name = names[code]
        text = rng.choice([name.upper(), f"Kel. {name}", f"Kelurahan {name}", f" {name} ", f"Desa {name}", f"{name}x", "Depok 2"])
        offered = tuple(c for c, n in names.items() if n == name) if name in TWINS else ()
        certain = name not in TWINS and not text.endswith(("x", "2"))
        return Typed(text, code if certain else None, offered if not text.endswith(("x", "2")) else ())
    if column in ("expenditure_rupiah_month", "women_income_rupiah_month") and isinstance(held, (int, float)) and held >= 1000:
        value = round(held / 1000) * 1000
        dots = f"{value:,}".replace(",", ".")
        signed = rng.choice([f"Rp {dots}", f"Rp{dots},-", f"{dots} rupiah", f"Rp. {dots}"])
        return rng.choice([Typed(signed, value), Typed(f"{value // 1000} ribu", None), Typed(f"{value / 1e6:.1f} juta", None)])
    if column in ("rt", "rw") and held is not None:
        word, other = ("RT", "RW") if column == "rt" else ("RW", "RT")
        text = rng.choice([f"{word} {held}", f"{word}.{held:03d}", f"{word.lower()}{held:02d}", f"No. {word} {held}"])
        return rng.choice([Typed(text, held), Typed(f"{other} {held}", None), Typed(f"{held}/{held + 1}", None)])
    if column == "members" and held is not None:
        return rng.choice([Typed(f"{held} orang", held), Typed(f"{held} jiwa", held), Typed(f"{held} ekor", None)])
    if column == "floor_area_m2" and isinstance(held, (int, float)):
        value = round(float(held), 1)
        comma = f"{value}".replace(".", ",")
        area = f"{int(value)}.125"
        return rng.choice([Typed(comma, value), Typed(f"{comma} m2", value), Typed(area, None, (area.replace(".", ""), area))])
    return None


def mutate(path: Path, cells: int, seed: int) -> dict[tuple[int, str], Typed]:
    """Types `cells` cells of the sheet households otherwise, in place; gives them by line and column."""
    rng = random.Random(seed)
    villages = load("areas").query("level == 'village' and area_code.str.startswith('32.76.')")
    names = dict(zip(villages["area_code"], villages["name"], strict=True))
    book = openpyxl.load_workbook(path)
    sheet = book["Keluarga"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    places = [(row, head) for row in range(FIRST_DATA_ROW, sheet.max_row + 1) for head in heads]
    rng.shuffle(places)
    done: dict[tuple[int, str], Typed] = {}
    for row, head in places:
        if len(done) == cells:
            break
        cell = sheet.cell(row, heads[head])
        new = typed_otherwise(head, cell.value, rng, names) if cell.value is not None else None
        if new:
            cell.value, done[row, head] = new.text, new
    book.save(path)
    return done


def silently_changed(checked: Checked, done: dict[tuple[int, str], Typed]) -> list[str]:
    """What is wrong: a cell read as another, read without being listed, refused though it has one reading, or offered too little."""
    table = checked.tables["households"]
    faults = {(int(f.row), f.column): f for f in checked.faults.itertuples() if f.cell}
    listed = {(place[0] + 1, note.column) for note in checked.notes for place in note.places}
    wrong = []
    for (row, column), typed in done.items():
        read, fault = table[column].iloc[row - FIRST_DATA_ROW], faults.get((row, column))
        if typed.read is None:
            missing = [each for each in typed.offered if fault is None or each not in fault.rule + fault.remedy.replace(",", ".")]
            if fault is None or missing or not pd.isna(read):
                wrong.append(f"{column} {typed.text!r} read as {read!r}, not offered: {missing}")
        elif fault is not None and "gelombang" not in fault.rule + fault.remedy and "wave" not in fault.rule:
            wrong.append(f"{column} {typed.text!r} refused: {fault.rule}")
        elif fault is None and (read != typed.read or (row, column) not in listed):
            wrong.append(f"{column} {typed.text!r} read as {read!r}, held {typed.read!r}, listed: {(row, column) in listed}")
    return wrong


def messy(path: Path, families: int = 70) -> Path:
    """Depok as an office fills it in: what each line says is what people type, and some of it is wrong."""
    p2.simulate_city("32.76", assisted=families, seed=1).write(path, "id")
    rng = random.Random(7)
    villages = load("areas").query("level == 'village' and area_code.str.startswith('32.76.')")
    names = dict(zip(villages["area_code"], villages["name"], strict=True))
    book = openpyxl.load_workbook(path)
    sheet = book["Keluarga"]
    heads = {cell.value: cell.column for cell in sheet[1]}

    def put(row: int, head: str, value: object) -> None:
        sheet.cell(row, heads[head]).value = value

    lines = range(FIRST_DATA_ROW, sheet.max_row + 1)
    for row in lines:
        code = coded(sheet.cell(row, heads["village_code"]).value, names)
        put(row, "village_code", f"Kelurahan {names[code]}" if row % 3 else names[code].upper())
        put(row, "rt", f"RT.{int(sheet.cell(row, heads['rt']).value):03d}")
        for money in ("expenditure_rupiah_month", "women_income_rupiah_month"):
            held = sheet.cell(row, heads[money]).value
            put(row, money, None if held is None else f"Rp {round(held, -3):,.0f}".replace(",", "."))
        held = sheet.cell(row, heads["members"]).value
        put(row, "members", None if held is None else f"{held} orang")
        put(row, "interview_date", f"{1 + row % 28:02d}/{3 + row % 2:02d}/2025")
    for row in lines[:63]:
        put(row, "registry_vintage", "Maret 2025")
    for row in lines[63:90]:
        put(row, "floor_area_m2", "-")
    for row in lines[90:110]:
        put(row, "under_five", "tidak ada")
    for row in lines[110:125]:
        put(row, "members", "empat")
    for row in rng.sample(lines, 12):
        put(row, "water_source", "pdam")
    for row in rng.sample(lines, 6):
        put(row, "status", None)
    for row in rng.sample(lines, 3):
        put(row, "registry_decile", 12)
    sheet.insert_rows(1)
    sheet["B1"] = "DATA KELUARGA BINAAN TAHUN 2025"
    book.create_sheet("Rekap")["A1"] = "jumlah"
    book.save(path)
    return path


def main(cells: int) -> None:
    from p2wkss_analysis.cli import main as command

    folder = Path(tempfile.mkdtemp())
    path = messy(folder / "kota.xlsx")
    checked = check(path)
    print(
        f"messy workbook: {len(checked.faults)} faults in {len(checked.kinds)} lines; read otherwise: {checked.readings['cells'].sum()}"
    )
    command(["check", str(path)])
    path = p2.simulate_city("32.76", assisted=200, seed=2).write(folder / "lain.xlsx", "id")
    start = time.process_time()
    check(path)
    print(f"CPU seconds of the check of a clean workbook of 200 assisted families: {time.process_time() - start:.2f}")
    done = mutate(path, cells, seed=3)
    wrong = silently_changed(check(path), done)
    certain = sum(typed.read is not None for typed in done.values())
    print(f"{len(done)} cells typed otherwise, {certain} with one reading: {len(wrong)} wrong")
    print("\n".join(wrong[:20]))


if __name__ == "__main__":
    from asked import asked

    typed = asked(cells=2_000)
    main(typed.cells)
