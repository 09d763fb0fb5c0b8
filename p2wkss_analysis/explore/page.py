"""The explorer page: data, style and program put into one file that asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from ..city.answers import CityAnswers
from ..files.atomic import write_atomically
from ..files.opening import one_run
from ..files.overwriting import allow_writing
from ..say import LANGUAGES, Text
from ..say.errors import WrongUse, check_language
from ..say.harmless import shown
from ..say.spoken import spoken
from .city_layer import city_layer
from .ledger import city_ledger, open_ledger
from .open_layers import open_layers
from .palette import palette
from .texts import page as say

_HERE = Path(__file__).resolve().parent
PROGRAM = (
    "read",
    "language",
    "index",
    "chances",
    "state",
    "colours",
    "canvas",
    "map",
    "plane",
    "triangle",
    "weights",
    "list",
    "card",
    "years",
    "figures",
    "ledger",
    "main",
)


@spoken
@one_run()
def explorer(
    out: str | os.PathLike = "penjelajah.html",
    data: CityAnswers | str | os.PathLike | None = None,
    lang: str | None = None,
    regency: str | None = None,
    boundaries: Any = None,
    key: str | os.PathLike | None = None,
    province: str | None = None,
) -> Path:
    """Write the explorer, one HTML file to open in any browser, and return its path.

    Parameters
    ----------
    out : the file to write.
    data : a `City`, or a city's workbook (.xlsx, see `write_template` and `check`); without it the open tables: kabupaten/kota of
        Jawa Barat and Banten by year, and their 6,549 desa by the three indices of the desa index.
    lang : "id" or "en", the language in which the page opens; a button on it changes to the other.
    regency : with the open tables, only the desa of this kabupaten, for example "36.04".
    boundaries : a file or GeoDataFrame of true shapes, as `map_need` takes; without it equal tiles (cells around points
        for thousands).
    province : with the open tables, the kabupaten/kota of this province, or of "Indonesia", with every published indicator
        by year since 2010.
    key : key file for family card numbers in the workbook (see `check`); no household enters the page.

    On the page a change of weights ranks the places anew exactly as `need_index` does. The chance of being chosen is that of
    `Ranking.stability`: weights drawn around the stated ones (Dirichlet, concentration 20) and the same ways of computing,
    from 2,000 evenly spread draws (Roberts 2018, R-sequence) instead of random ones.

    Raises WrongUse for a wrong argument, DataFaults with every fault of the workbook, NotEnoughData where nothing can be
    ranked. Not for a decision by itself: it shows how much depends on weights, not who should decide them.

    >>> import tempfile
    >>> explorer(Path(tempfile.mkdtemp()) / "serang.html", regency="36.04").stat().st_size < 5_000_000
    True
    """
    out = Path(out)
    if out.suffix.lower() not in (".html", ".htm"):
        raise WrongUse(say.NOT_HTML.fill(name=out.name))
    allow_writing([out], reads=[getattr(data, "book", data), boundaries, key])
    return write_atomically(out, render(gather(data, lang, regency, boundaries, key, province)).encode("utf-8"))


@spoken
def gather(
    data: CityAnswers | str | os.PathLike | None = None,
    lang: str | None = None,
    regency: str | None = None,
    boundaries: Any = None,
    key: str | os.PathLike | None = None,
    province: str | None = None,
) -> dict:
    """Everything the page knows, as plain data: layers, breakdowns of the change, words, colours. What is said differently in the
    two languages is {"id": ..., "en": ...}; `lang` is the one in which the page opens."""
    lang, programme = check_language(lang), "P2WKSS"
    if regency is not None and province is not None:
        raise WrongUse(say.ONE_PLACE)
    if data is None:
        layers, synthetic = open_layers(regency, boundaries, province), False
        ledgers = [] if province is not None else [open_ledger()]  # it is on desa of Jawa Barat and Banten
    else:
        if regency is not None or province is not None:
            raise WrongUse(say.REGENCY_OF_WORKBOOK)
        if not isinstance(data, (str, os.PathLike, CityAnswers)):
            raise WrongUse(say.WRONG_DATA)
        city = data if isinstance(data, CityAnswers) else CityAnswers(data, key=key, lang=lang)
        layers, ledgers, synthetic = [city_layer(city, boundaries)], [city_ledger(city)], city.synthetic
        programme = city.programme
    kicker = say.KICKER.fill(programme=programme, kicker=say.WORDS["kicker"])
    return {
        "lang": lang,
        "synthetic": synthetic,
        "words": _both({**say.WORDS, "kicker": kicker}),
        "palette": palette(),
        "layers": _both([layer.to_page() for layer in layers]),
        "ledgers": _both(ledgers),
    }


def render(content: dict) -> str:
    """The page of `gather`'s content. Text of the data stands in a JSON block in which no tag can begin or end."""
    content = _shown(content)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    style = (_HERE / "explorer.css").read_text(encoding="utf-8")
    parts = [(_HERE / "js" / f"{name}.js").read_text(encoding="utf-8") for name in PROGRAM]
    program = '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return environment.from_string((_HERE / "explorer.html.jinja").read_text(encoding="utf-8")).render(
        page=content,
        w={key: said[content["lang"]] if isinstance(said, dict) else said for key, said in content["words"].items()},
        languages={lang: say.OWN_NAME.say(lang) for lang in LANGUAGES},
        style=Markup(style),
        program=Markup(program),
        data=Markup(text),
        policy=f"default-src 'none'; script-src '{_hash(program)}'; style-src '{_hash(style)}'; connect-src 'none'; "
        "img-src data:; base-uri 'none'; form-action 'none'",
    )


def _both(thing: Any) -> Any:
    """The same content with every text as {"id": ..., "en": ...}, or as it is where both languages say the same."""
    if isinstance(thing, dict):
        return {name: _both(value) for name, value in thing.items()}
    if isinstance(thing, (list, tuple)):
        return [_both(item) for item in thing]
    if not isinstance(thing, Text):
        return thing
    said = {lang: thing.say(lang) for lang in LANGUAGES}
    return said if said["id"] != said["en"] else said["id"]


def _shown(thing: Any) -> Any:
    """The same content, every text of it harmless."""
    if isinstance(thing, dict):
        return {name: _shown(value) for name, value in thing.items()}
    if isinstance(thing, (list, tuple)):
        return [_shown(item) for item in thing]
    return shown(thing) if isinstance(thing, str) else thing


def _hash(text: str) -> str:
    """The one script and the one style that may run, named by their hash."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
