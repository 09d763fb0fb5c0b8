"""The annex of photos: each RT or RW before and after, side by side; captions are made of RT, RW and phase alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....pictures.photos import Photo, pairs
from ....say import Text
from ...document import Block, Paragraph, Photos, Section
from .texts import photos as say


def photo_blocks(photos: Sequence[Photo], names: Mapping[str, str], lang: str) -> list[Block]:
    """A heading, the pairs, and how they are to be read; nothing without photos."""
    if not photos:
        return []
    shown = [Photos((_side(pair, 0, names, lang), _side(pair, 1, names, lang))) for pair in pairs(photos)]
    return [Section(say.TITLE.say(lang)), *shown, Paragraph(say.ABOUT.say(lang))]


def _side(pair: tuple[Photo | None, Photo | None], side: int, names: Mapping[str, str], lang: str) -> tuple[bytes | None, str]:
    """One photo and its caption; where it is missing, what is missing."""
    photo, known = pair[side], pair[side] or pair[1 - side]
    assert known is not None, "a pair holds one photo at least"
    phase = (say.BEFORE, say.AFTER)[side]
    text = say.CAPTION if photo else say.MISSING
    return photo.jpeg if photo else None, text.say(lang, place=_place(known, names), phase=phase)


def _place(photo: Photo, names: Mapping[str, str]) -> Text:
    text = say.RT_OF_RW if photo.rt else say.RW
    return text.fill(village=f"{names[photo.village]} " if photo.village else "", rt=f"{photo.rt:02d}", rw=f"{photo.rw:02d}")
