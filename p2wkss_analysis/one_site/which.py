"""Which site is meant by a name and a year, or which ones are known."""

from __future__ import annotations

import difflib

import pandas as pd

from ..places.names import kindless_name, plain_name
from ..say import Text
from ..say.errors import WrongUse
from . import texts

KNOWN = 12  # sites that an error names


def which_site(sites: pd.DataFrame, name: str, year: int | None = None) -> tuple[str, int | None]:
    """The code and the year of the site called `name`.

    sites: area_code, name, year of the sites that are known. name: of the village, however it is typed,
    or its code; year may be left out where the village was a site once. Raises WrongUse with the sites that are known where
    none fits, or more than one.

    >>> known = pd.DataFrame({"area_code": ["32.76.11.1001", "32.76.11.1007"], "name": ["Bojongsari", "Duren Seribu"],
    ...     "year": [2021, 2023]})
    >>> which_site(known, "Kel. duren seribu")
    ('32.76.11.1007', 2023)
    """
    known = sites[["area_code", "name", "year"]].drop_duplicates().sort_values(["name", "year"])
    plain, asked = known["name"].map(plain_name), kindless_name(name, "village")
    named = known[(plain == asked) | (known["area_code"].map(plain_name) == asked)]
    found = named if year is None else named[named["year"] == year]
    if len(found) == 1:
        row = found.iloc[0]
        return str(row["area_code"]), None if pd.isna(row["year"]) else int(row["year"])
    if len(found) > 1:
        raise WrongUse(texts.SEVERAL_SITES.fill(name=name, known=_named(found)))
    said = name if year is None else f"{name} {year}"
    if known.empty:
        raise WrongUse(texts.NO_SITE_AT_ALL.fill(name=said))
    near = known[plain.isin(difflib.get_close_matches(asked, plain.unique().tolist(), n=4, cutoff=0.6))]
    listed = next(rows for rows in (named, near, known[known["year"] == year], known) if len(rows))
    raise WrongUse(texts.NO_SUCH_SITE.fill(name=said, known=_named(listed)))


def _named(rows: pd.DataFrame) -> list[Text]:
    """Sites as an error names them; the code tells places of one name apart."""
    said = [
        texts.SITE_AS_KNOWN.fill(name=r.name, year=texts.YEAR_NOT_KNOWN if pd.isna(r.year) else int(r.year), code=r.area_code)
        for r in rows.head(KNOWN).itertuples(index=False)
    ]
    return said if len(rows) <= KNOWN else [*said, texts.MORE_SITES.fill(n=len(rows) - KNOWN)]
