"""Photos of RT and RW before and after: told apart by the names of their files, made anew from their pixels alone, and small."""

from __future__ import annotations

import io
import os
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from ..say import Text
from ..say.errors import DataFaults, Fault, WrongUse
from . import texts

if TYPE_CHECKING:
    from PIL.Image import Image

PHASES = {"sebelum": "before", "before": "before", "sesudah": "after", "after": "after"}
KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
MOST, HEAVIEST, SIDE = 60, 30_000_000, 900  # photos of a folder, bytes of a file, pixels of the longer side in a report
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")  # what Windows and network drives leave in a folder of pictures
_CODE = re.compile(r"(?<!\d)\d{2}\.\d{2}\.\d{2}\.\d{4}(?!\d)")


@dataclass(frozen=True)
class Photo:
    """One photo. village: code, or "" where the file names none; rt: 0 where it names an RW alone; phase: "before" or "after";
    jpeg: the pixels alone, re-encoded, with no position, camera, date or comment."""

    village: str
    rw: int
    rt: int
    phase: str
    jpeg: bytes


def read_photos(folder: str | os.PathLike, names: Mapping[str, str], lang: str | None = None) -> tuple[Photo, ...]:
    """The photos of a folder, in the order of village, RW and RT.

    A file is named by RT, RW and phase: `RT03-RW05_sebelum.jpg`, `RT03-RW05_after.png`; an RW alone will do, and the village's
    code may stand before it: `36.72.05.1001_RT03-RW05_sesudah.jpg`. Whatever else stands in the name is read by nobody.
    names: code to name of the villages that there are.

    Raises DataFaults with every file that is no photo, cannot be read, is too large or is not named so; WrongUse where the
    folder is none, holds no photo, or more than 60.
    """
    place = Path(folder)
    if not place.is_dir():
        raise WrongUse(texts.NO_PHOTO_FOLDER.fill(folder=place.name or os.fspath(folder)))
    files = sorted(p for p in place.iterdir() if p.name[0] not in ".@" and p.name.lower() not in _OF_THE_SYSTEM)
    if not files or len(files) > MOST:
        raise WrongUse((texts.TOO_MANY_PHOTOS if files else texts.NO_PHOTOS).fill(folder=place.name, n=len(files), most=MOST))
    photos, faults = [], []
    for path in files:
        found = _photo(path, names)
        if isinstance(found, Photo):
            photos.append(found)
        else:
            faults.append(Fault(path.name, rule=found.say(lang), remedy=texts.PHOTO_REMEDY[found].say(lang)))
    if faults:
        raise DataFaults(faults, lang)
    return tuple(sorted(photos, key=_where))  # stable: several of one place stay in the order of their files


def pairs(photos: Sequence[Photo]) -> Iterator[tuple[Photo | None, Photo | None]]:
    """Before and after of each place; several are paired in their order, and None stands where there is none.

    >>> a, b = (Photo("", 5, 3, phase, b"") for phase in ("before", "after"))
    >>> list(pairs((a, b))) == [(a, b)], list(pairs((b,))) == [(None, b)]
    (True, True)
    """
    for _, group in groupby(photos, _where):
        here = list(group)
        yield from zip_longest(*([p for p in here if p.phase == phase] for phase in ("before", "after")))


def _where(photo: Photo) -> tuple[str, int, int]:
    return photo.village, photo.rw, photo.rt


def _photo(path: Path, names: Mapping[str, str]) -> Photo | Text:
    """The photo, or what is wrong with the file."""
    if path.suffix.lower() not in KINDS or not path.is_file():
        return texts.NOT_A_PHOTO
    named = _named(path.stem)
    if named is None:
        return texts.NOT_NAMED_BY_RT
    if named[0] and named[0] not in names:
        return texts.UNKNOWN_VILLAGE_OF_PHOTO
    if path.stat().st_size > HEAVIEST:
        return texts.PHOTO_TOO_LARGE
    pixels = _pixels(path)
    return Photo(*named, pixels) if isinstance(pixels, bytes) else pixels


def _named(stem: str) -> tuple[str, int, int, str] | None:
    """Village, RW, RT and phase of a file's name; None where one is missing or named twice.

    >>> _named("RT03-RW05_sebelum"), _named("36.72.05.1001 rw 5 after 2"), _named("foto sebelum")
    (('', 5, 3, 'before'), ('36.72.05.1001', 5, 0, 'after'), None)
    """
    codes = set(_CODE.findall(stem))
    words = re.sub(r"[^a-z0-9]+", " ", _CODE.sub(" ", stem).lower())
    rws, rts = ({int(n) for n in re.findall(rf"\b{kind} ?(\d{{1,3}})\b", words)} for kind in ("rw", "rt"))
    phases = {PHASES[word] for word in words.split() if word in PHASES}
    if len(rws) != 1 or len(phases) != 1 or len(rts) > 1 or len(codes) > 1 or 0 in rws | rts:
        return None
    return next(iter(codes), ""), rws.pop(), next(iter(rts), 0), phases.pop()


def _pixels(path: Path) -> bytes | Text:
    """The file as a small JPEG of its pixels alone, or what is wrong with it."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=tuple(set(KINDS.values()))) as opened:
                return _jpeg(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return texts.PHOTO_TOO_LARGE
    except Exception:  # noqa: BLE001  a damaged picture fails in as many ways as there are decoders
        return texts.UNREADABLE_PHOTO


def _jpeg(opened: Image) -> bytes:
    """Upright as the camera held it, small, on white; made anew from its pixels, so that nothing else comes along."""
    from PIL import Image, ImageOps

    opened.draft("RGB", (SIDE, SIDE))  # a JPEG is decoded no larger than needed
    upright = ImageOps.exif_transpose(opened).convert("RGBA")
    upright.thumbnail((SIDE, SIDE))
    bare = Image.new("RGB", upright.size, "white")
    bare.paste(upright, mask=upright.getchannel("A"))
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue()


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    from PIL import Image

    with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as opened:
        return opened.size
