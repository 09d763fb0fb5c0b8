"""Who planned and did what at a synthetic site: real names of agencies and their sectors, made-up activities and sums."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from .neighbourhoods import Neighbourhood
from .sites import MADE_UP

# agency, sector, activity, target, unit, months of the plan, rupiah; agencies and sectors as the city lists of
# 2016-2025 name them (prokopim.depok.go.id, radardepok.com, nuansapublik.com, serangkab.go.id)
_PLAN = [
    ("Dinas Kesehatan", "health", "Posyandu dan penimbangan balita", 10, "kali", range(2, 12), 3_000_000),
    ("Dinas Kesehatan", "health", "Penyuluhan PHBS dan kesehatan reproduksi", 4, "kali", (3, 5, 8, 10), 4_500_000),
    ("Dinas Kesehatan", "health", "Pemeriksaan TB dan hipertensi", 2, "kali", (4, 9), 8_000_000),
    ("Dinas Pendidikan", "education", "Kejar paket B dan C", 15, "orang", (3, 7), 22_000_000),
    ("Dinas Kearsipan dan Perpustakaan", "education", "Taman bacaan", 1, "unit", (6,), 12_000_000),
    ("Dinas Perumahan dan Permukiman", "works", "Jalan lingkungan", 350, "m", (5, 8), 180_000_000),
    ("Dinas Pekerjaan Umum dan Penataan Ruang", "works", "Drainase lingkungan", 280, "m", (6, 9), 150_000_000),
    ("Dinas Perhubungan", "works", "Lampu jalan", 20, "unit", (7,), 40_000_000),
    ("Dinas Lingkungan Hidup dan Kebersihan", "environment", "Bank sampah dan pemilahan", 4, "kali", (3, 6, 9), 6_000_000),
    (
        "Dinas Lingkungan Hidup dan Kebersihan",
        "environment",
        "Lubang biopori dan penanaman pohon",
        100,
        "unit",
        (4, 10),
        9_000_000,
    ),
    ("Dinas Perdagangan", "economy", "Pasar murah", 2, "kali", (5, 11), 15_000_000),
    ("Dinas Koperasi dan Usaha Mikro", "economy", "Pembentukan koperasi dan izin usaha", 1, "kali", (7,), 10_000_000),
    (
        "Dinas Ketahanan Pangan, Pertanian, dan Perikanan",
        "food",
        "Kelompok wanita tani dan pekarangan",
        3,
        "kali",
        (3, 6, 10),
        14_000_000,
    ),
    (
        "Dinas Kependudukan dan Pencatatan Sipil",
        "civil_registry",
        "Pelayanan KK, KTP, KIA, dan akta",
        2,
        "kali",
        (4, 8),
        3_500_000,
    ),
    (
        "Dinas Pemberdayaan Perempuan dan KB",
        "women_children",
        "Sekolah perempuan dan pencegahan kekerasan",
        6,
        "kali",
        (3, 4, 6, 8, 9),
        7_000_000,
    ),
    ("Dinas Pemberdayaan Perempuan dan KB", "women_children", "Pelayanan KB dan bina keluarga", 4, "kali", (5, 10), 5_000_000),
    ("Dinas Sosial", "social", "Pendampingan keluarga penerima bantuan", 4, "kali", (4, 7), 4_000_000),
    ("Dinas Pemadam Kebakaran", "other", "Pelatihan dan alat pemadam ringan", 10, "unit", (6,), 12_000_000),
]
_TRAINING = ("Dinas Tenaga Kerja", "economy", "Pelatihan menjahit dan tata boga", (4, 6), 1_800_000)
_LATRINE = ("Dinas Perumahan dan Permukiman", "housing", "Tangki septik dan jamban keluarga", (5, 9), 6_500_000)
_HOUSE = ("Dinas Perumahan dan Permukiman", "housing", "Perbaikan rumah tidak layak huni (RTLH)", (6, 10), 23_000_000)
_DONE = (100.0, 50.0, 20.0)  # "some agencies 100 percent, some 50, 20" (Depok 2019): each agency has its own way
_CHANCE = (0.6, 0.25, 0.15)
_HELD_UP = {  # made-up obstacle and follow-up of what was not done in full
    50.0: {"obstacle": "Pengadaan terlambat", "follow_up": "Sisanya dijadwalkan pada triwulan berikutnya"},
    20.0: {"obstacle": "Anggaran digeser pada pertengahan tahun", "follow_up": "Diusulkan kembali pada perubahan APBD"},
}
_SILENT = 0.12  # activities of which nobody reported anything


def delivery_table(
    places: list[Neighbourhood],
    year: int,
    rows: pd.DataFrame,
    trained: tuple[str, ...],
    latrines: tuple[str, ...],
    rng: np.random.Generator,
) -> pd.DataFrame:
    """The sheet `deliveries` of one programme year.

    Activities for the whole site are done at 100, 50 or 20 percent, as the agency does, or were never reported; training
    and latrines name the families of `trained` and `latrines` and were done; RTLH are repaired for families whose house
    is bad. rows : the sheet `households`, for where the families live and how.
    """
    usual = {agency: _DONE[int(rng.choice(len(_DONE), p=_CHANCE))] for agency in dict.fromkeys(line[0] for line in _PLAN)}
    lines = [
        line
        for village in dict.fromkeys(p.village_code for p in places)
        for line in _for_site(village, places, year, rows, usual, rng)
    ]
    first = rows[rows["assisted"].astype(bool)].drop_duplicates("household_id").set_index("household_id")
    bad = first.index[(first["perishable_wall_roof"].eq(True) | first["unsafe_structure"].eq(True)).to_numpy(bool)]
    houses = sorted(rng.permutation(np.array(bad, dtype=object))[:12])
    for ids, kind in ((trained, _TRAINING), (latrines, _LATRINE), (houses, _HOUSE)):
        for one in ids:
            agency, sector, activity, months, amount = kind
            planned = _day(year, int(rng.choice(months)), rng)
            done = 100.0 if kind is not _HOUSE else _said(100.0 if rng.random() < 0.7 else 50.0, rng)
            lines.append(
                {
                    **first.loc[one, ["village_code", "rw", "rt"]].to_dict(),
                    "household_id": one,
                    "agency": agency,
                    "sector": sector,
                    "activity": activity,
                    "target": 1,
                    "target_unit": "KK",
                    "planned_date": planned,
                    **_came_of_it(planned, done, amount, 1, year, rng),
                }
            )
    table = pd.DataFrame(lines).sort_values(["planned_date", "agency"], kind="stable").reset_index(drop=True)
    return table.assign(delivery_no=np.arange(1, len(table) + 1), year=year, note=MADE_UP)


def _for_site(
    village: str, places: list[Neighbourhood], year: int, rows: pd.DataFrame, usual: dict[str, float], rng: np.random.Generator
) -> list[dict]:
    rw = next(p.rw for p in places if p.village_code == village and p.treated)
    families = rows.loc[rows["assisted"].astype(bool) & rows["village_code"].eq(village), "household_id"].nunique()
    lines = []
    for agency, sector, activity, target, unit, months, amount in _PLAN:
        for month in months:
            planned = _day(year, month, rng)
            reached = int(rng.integers(families // 4, families + 1))
            lines.append(
                {
                    "village_code": village,
                    "rw": rw,
                    "rt": None,
                    "household_id": None,
                    "agency": agency,
                    "sector": sector,
                    "activity": activity,
                    "target": max(1, round(target / len(months))),
                    "target_unit": unit,
                    "planned_date": planned,
                    **_came_of_it(planned, _said(usual[agency], rng), amount, reached, year, rng),
                }
            )
    return lines


def _said(done: float, rng: np.random.Generator) -> float | None:
    return None if rng.random() < _SILENT else done


def _came_of_it(planned: dt.date, done: float | None, amount: float, reached: int, year: int, rng: np.random.Generator) -> dict:
    """What was reported of an activity: nothing, or a date within the year, a share, a sum and the families reached."""
    if done is None:
        return {
            "budget_rupiah": amount,
            "actual_date": None,
            "done_percent": None,
            "amount_rupiah": None,
            "households_reached": None,
        }
    actual = min(planned + dt.timedelta(days=int(rng.exponential(18))), dt.date(year, 12, 15))
    return {
        "budget_rupiah": amount,
        **_HELD_UP.get(done, {}),
        "actual_date": actual,
        "done_percent": done,
        "amount_rupiah": round(amount * done / 100 * float(rng.uniform(0.9, 1.05)), -4),
        "households_reached": max(1, round(reached * done / 100)),
    }


def _day(year: int, month: int, rng: np.random.Generator) -> dt.date:
    return dt.date(year, month, int(rng.integers(3, 27)))
