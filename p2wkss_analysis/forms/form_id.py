"""The id of a form: of which sheet, wave or profile, and city it asks, in a name that a phone takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .texts import WAVES

SYNTHETIC = "synthetic"  # said behind id and version by a form of synthetic data
_WAVES = {wave.replace("-", "_"): wave for wave in sorted(WAVES, key=len, reverse=True)}
_ID = re.compile(rf"p2wkss_([a-z]+?)(?:_({'|'.join(_WAVES)}))?(?:_(\d{{2}})(\d{{2}}))?")
_OF_SCORES = re.compile(r"p2wkss_scores(?:_(\d{2})(\d{2}))?_([a-z]\w*)")


@dataclass(frozen=True)
class FormId:
    """sheet; wave of households, as `write_form` names it; regency, a dotted code; profile of scorecards, as `slug` writes it."""

    sheet: str
    wave: str | None = None
    regency: str | None = None
    profile: str | None = None

    def name(self) -> str:
        """The id as it stands in the form.

        >>> FormId("households", "follow-up-2", "32.76").name()
        'p2wkss_households_follow_up_2_3276'
        >>> FormId("scores", regency="32.76", profile="krppa").name()
        'p2wkss_scores_3276_krppa'
        """
        wave, regency = (self.wave or "").replace("-", "_"), (self.regency or "").replace(".", "")
        return "_".join(part for part in ("p2wkss", self.sheet, wave, regency, self.profile) if part)

    @classmethod
    def read(cls, name: str) -> FormId | None:
        """The id that a name stands for, or None.

        >>> FormId.read("p2wkss_households_follow_up_3276")
        FormId(sheet='households', wave='follow-up', regency='32.76', profile=None)
        >>> FormId.read("kunjungan")
        """
        if scores := _OF_SCORES.fullmatch(name):
            province, city, profile = scores.groups()
            return cls("scores", None, f"{province}.{city}" if province else None, profile)
        found = _ID.fullmatch(name)
        if not found:
            return None
        sheet, wave, province, city = found.groups()
        return cls(sheet, _WAVES.get(wave or ""), f"{province}.{city}" if province else None)
