"""A public draw by lot among candidates fixed beforehand, such as places whose need cannot be told apart.

Fair, because nobody can steer it; useful, because next year the places not drawn are a clean comparison
for those that were. Every candidate gets a ticket that anyone can work out again, on any computer or
web page that knows SHA-256, from the seed and the area code alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from ..display import Shown
from ..say.errors import WrongUse
from ..say import date as written_date
from ..say import integer, join, percent, pick
from ..say.harmless import one_line
from ..identity.hidden import mask
from ..tables.whole_number import seed_of, whole, year_of
from .columns import codes_of
from .counted import counted
from .firmness.stability import Lots


@dataclass(frozen=True)
class Draw(Shown):
    """The result of `draw_lots`: candidates, drawn (tuples of area codes, candidates by code, drawn by ticket),
    seed, the programme year it was held for, where given, and whether the candidates came from a stability."""

    candidates: tuple[str, ...]
    drawn: tuple[str, ...]
    seed: int
    year: int | None = None
    from_stability: bool = False

    @property
    def n(self) -> int:
        """How many were drawn."""
        return len(self.drawn)

    @property
    def probability(self) -> float:
        """The chance every candidate had, 0-1."""
        return len(self.drawn) / len(self.candidates)

    def table(self) -> pd.DataFrame:
        """area_code, drawn, probability (equal for all), one row a candidate, by area code."""
        return pd.DataFrame({
            "area_code": list(self.candidates),
            "drawn": [code in self.drawn for code in self.candidates],
            "probability": self.probability,
        })

    def tickets(self) -> pd.DataFrame:
        """area_code, ticket, drawn: the tickets in rising order, the lowest drawn."""
        rows = sorted((ticket(self.seed, code), code) for code in self.candidates)
        return pd.DataFrame({
            "area_code": [code for _, code in rows], "ticket": [number for number, _ in rows],
            "drawn": [code in self.drawn for _, code in rows],
        })

    def sentence(self, lang: str = "id") -> str:
        """Who was drawn, from how many, with which seed and chance."""
        return pick(
            lang,
            id=f"Dari {integer(len(self.candidates), lang)} calon terpilih dengan undian {join(self.drawn, lang)} "
            f"(angka awal undian {self.seed}; peluang setiap calon {percent(100 * self.probability, 1, lang)}).",
            en=f"Of {counted(len(self.candidates), 'candidate', 'candidates')}, lots fell on {join(self.drawn, lang)} "
            f"(seed {self.seed}; each candidate's chance {percent(100 * self.probability, 1, lang)}).",
        )

    def minutes(
        self, lang: str = "id", names: Mapping[str, str] | None = None, held_on: dt.date | None = None,
        place: str = "",
    ) -> str:
        """The minutes of the draw, to print and sign; `names` by area code, date and place where given."""
        names = _names(names)
        if held_on is not None and (not isinstance(held_on, dt.date) or pd.isna(held_on)):
            raise WrongUse(id=f"`held_on` adalah tanggal, misalnya datetime.date(2026, 11, 23), bukan {held_on!r}.",
                           en=f"`held_on` is a date, such as datetime.date(2026, 11, 23), not {held_on!r}.")

        def line(at: int, code: str) -> str:
            name = one_line(mask(names.get(code, "")), 120)  # minutes are public, and no name begins a line of its own
            return f"{at:>4}. {code}  {ticket(self.seed, code)[:16]}  {name}".rstrip()

        order = self.tickets()
        everyone = "\n".join(line(at, code) for at, code in enumerate(order["area_code"], 1))
        winners = "\n".join(f"{at:>4}. {code}  {one_line(mask(names.get(code, '')), 120)}".rstrip()
                            for at, code in enumerate(self.drawn, 1))
        when = written_date(held_on, lang) if held_on else "." * 20
        year = "" if self.year is None else f" {self.year}"
        return pick(lang, id=_MINUTES_ID, en=_MINUTES_EN).format(
            whose=pick(lang, **_WHOSE[self.from_stability]), year=year, when=when, place=mask(one_line(place, 200)) or "." * 20,
            candidates=pick(lang, id=f"{integer(len(self.candidates), lang)} calon", en=counted(len(self.candidates), "candidate", "candidates")),
            n=integer(self.n, lang), seed=self.seed, chance=percent(100 * self.probability, 1, lang),
            everyone=everyone, winners=winners, example=f"{self.seed}|{self.candidates[0]}",
        )


def draw_lots(candidates: Iterable[str] | pd.DataFrame, n: int, seed: int, year: int | None = None) -> Draw:
    """Draw n of the candidates by lot, each with the same chance n / candidates.

    candidates: area codes, a table with `area_code`, the `Lots` of a stability or an `Eligibility`. n:
    from 1 to the number of candidates. seed: a whole number of 0 or more, announced before the draw or taken
    from a public source nobody controls (for example the digits of a named index value of a named day). year: the programme year, for the minutes
    and for `evaluate`, which then uses the draw as the assignment.

    The ticket of a place is the SHA-256 digest (FIPS 180-4) of the text `seed|area_code`; the n lowest
    tickets are drawn. So the order of the list does not matter, drawing one more later leaves those drawn
    in place, and the result is the same on every machine and version. Errors: WrongUse. Not for places
    whose need differs clearly: there a draw is not fair, it is careless.

    >>> draw_lots(["32.76.11.1001", "32.76.11.1004", "32.76.03.1009"], n=1, seed=2027).drawn
    ('32.76.11.1001',)
    """
    if isinstance(candidates, pd.DataFrame):
        if "area_code" not in candidates:
            raise WrongUse(id="Tabel calon memerlukan kolom `area_code`.",
                           en="The candidates need a column `area_code`.")
        candidates = candidates["area_code"]
    from_stability = isinstance(candidates, Lots)
    candidates = getattr(candidates, "candidates", candidates)
    if not isinstance(candidates, Iterable):
        raise WrongUse(id=f"Calon berupa daftar kode wilayah atau tabel dengan kolom `area_code`, bukan {candidates!r}.",
                       en=f"The candidates are a list of area codes or a table with `area_code`, not {candidates!r}.")
    codes = codes_of([candidates] if isinstance(candidates, str) else candidates, id="calon", en="the candidates")
    if not codes:
        raise WrongUse(id="Tidak ada calon untuk diundi. Bila ini hasil .lots(), pilihannya kokoh dan tidak perlu undian.",
                       en="There is no candidate to draw. If this came from .lots(), the choice is firm and needs no draw.")
    if len(set(codes)) < len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise WrongUse(id=f"Calon {twice} tercantum lebih dari sekali; peluangnya menjadi tidak sama.",
                       en=f"Candidate {twice} is listed more than once; its chance would not be equal.")
    count = whole(n, least=1)
    if count is None or count > len(codes):
        raise WrongUse(
            id=f"Tidak dapat mengundi {n} dari {len(codes)} calon: gunakan bilangan bulat 1 sampai {len(codes)}.",
            en=f"Cannot draw {n} of {len(codes)} candidates: use a whole number from 1 to {len(codes)}.",
        )
    seed, year = seed_of(seed), None if year is None else year_of(year)
    order = sorted(codes, key=lambda code: (ticket(seed, code), code))
    return Draw(tuple(sorted(codes)), tuple(order[:count]), seed, year, from_stability)


def ticket(seed: int, area_code: str) -> str:
    """The ticket of one place: 64 hexadecimal digits.

    >>> ticket(2027, "32.76.11.1001")[:8]
    '2834f3a7'
    """
    return hashlib.sha256(f"{seed}|{area_code}".encode()).hexdigest()


def _names(names) -> dict[str, str]:
    """Names by area code from a mapping or a Series; nothing else says which name is whose."""
    if names is None:
        return {}
    if not isinstance(names, (Mapping, pd.Series)):
        raise WrongUse(id="`names` memetakan kode wilayah ke namanya, misalnya {\"32.76.11.1001\": \"Bojongsari\"}.",
                       en="`names` maps area codes to names, such as {\"32.76.11.1001\": \"Bojongsari\"}.")
    return {str(code): "" if pd.isna(name) else str(name) for code, name in names.items()}


_WHOSE = {
    True: {"id": "yang tingkat kebutuhannya tidak dapat dibedakan dengan pasti menurut uji kestabilan indeks",
           "en": "whose need the stability test of the index cannot tell apart with confidence"},
    False: {"id": "yang ditetapkan sebelum undian", "en": "fixed before the draw"},
}
_MINUTES_ID = """\
BERITA ACARA UNDIAN LOKASI P2WKSS{year}

Tanggal : {when}
Tempat  : {place}

1. Calon: {candidates}, {whose}.
2. Yang diundi: {n} wilayah; peluang setiap calon sama, yaitu {chance}.
3. Angka awal undian (seed): {seed}, diumumkan sebelum undian dilaksanakan.
4. Cara: nomor undi setiap calon adalah nilai SHA-256 dari teks "angka awal|kode wilayah" (contoh: {example});
   {n} nomor terkecil terpilih. Siapa pun dapat menghitungnya kembali.

Nomor undi, dari yang terkecil (16 angka heksadesimal pertama):
{everyone}

Terpilih:
{winners}

Saksi-saksi:
1. ........................    2. ........................    3. ........................
"""

_MINUTES_EN = """\
MINUTES OF THE DRAW OF P2WKSS SITES{year}

Date  : {when}
Place : {place}

1. {candidates}, {whose}.
2. To be drawn: {n}; every candidate has the same chance, {chance}.
3. Seed: {seed}, announced before the draw was held.
4. Method: the ticket of a candidate is the SHA-256 of the text "seed|area code" (for example: {example});
   the {n} lowest tickets are drawn. Anyone can work them out again.

Tickets, the lowest first (first 16 hexadecimal digits):
{everyone}

Drawn:
{winners}

Witnesses:
1. ........................    2. ........................    3. ........................
"""
