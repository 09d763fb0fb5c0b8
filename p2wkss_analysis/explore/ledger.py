"""The ledger for the page: what the sites' change is made of, as the impact wing computed it, or why nothing can be told."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..city.answers import CityAnswers
from ..open_data.village_index_case import village_index_case
from ..say import integer, number, pick, signed
from ..tables.intake import load


def open_ledger(lang: str) -> dict:
    """The desa sites in the village index: each design's answer with its interval, and what an answer would need."""
    case = village_index_case(
        load("village_index"),
        load("programme_sites"),
        load("areas"),
        methods=("before_after", "difference_in_differences"),
    )
    rows = case.for_report(lang)
    rows = rows[(rows["variant"] == "confirmed") & (rows["method"] == "difference_in_differences")].set_index("design")
    own = case.table(lang).query("variant == 'confirmed' and method == 'before_after'").set_index("design")["estimate"]
    bars = []
    for design in dict.fromkeys(d.key for d, _, _ in case.answers):
        row, chance = rows.loc[design], case.random_choice(design)
        title = next(d.title.say(lang) for d, _, _ in case.answers if d.key == design)
        bars.append(
            {
                "label": title,
                "n": int(row["n_treated"]),
                "parts": [
                    {"key": "common", "value": _plain(own[design] - row["estimate"])},
                    {"key": "effect", "value": _plain(row["estimate"])},
                ],
                "observed": _plain(own[design]),
                "low": _plain(row["conf_low"]),
                "high": _plain(row["conf_high"]),
                "said": _needs(chance, lang),
            }
        )
    return {
        "outcome": pick(lang, id="Indeks Desa Membangun (IDM, 0–1)", en="Village Development Index (IDM, 0–1)"),
        "digits": 3,
        "names": {
            "common": pick(
                lang, id="ikut berubah seperti desa lain sekabupaten", en="changed like the other desa of the kabupaten"
            ),
            "effect": pick(lang, id="beda dari desa lain sekabupaten", en="difference from them"),
        },
        "bars": bars,
        "sentence": case.sentences(lang)[0],
        "limits": [
            pick(
                lang,
                id="Pengaruh program belum dapat dipisahkan: nilai awal bukan nilai bersih sebelum lokasi dipilih, dan "
                "lokasi yang tahunnya "
                "diketahui masih sedikit.",
                en="An effect of the programme cannot be told apart yet: the base value is not a clean one from before "
                "the choice, and few sites "
                "have known years.",
            )
        ],
    }


def _needs(chance, lang: str) -> str:
    least, sites = number(chance.smallest_detectable, 3, lang), integer(chance.sites_for(0.01), lang)
    return pick(
        lang,
        id=f"Belum dapat disimpulkan. Yang dapat terlihat: pengaruh sekitar {least} atau lebih; untuk 0,01 diperlukan "
        f"sekitar {sites} lokasi.",
        en=f"Cannot tell. What can be seen: effects of about {least} or more; for 0.01 about {sites} sites would be needed.",
    )


def city_ledger(city: CityAnswers, lang: str) -> dict:
    """The main outcome of the city's own figures, all sites first and then by cohort, or the reason why there is none."""
    made = {
        "outcome": pick(lang, id="Angka kota sendiri", en="The city's own figures"),
        "digits": 2,
        "names": _names(lang),
        "bars": [],
        "limits": [],
    }
    found = city.effect()
    if not found:
        return made | {"sentence": pick(lang, id="Belum dapat disimpulkan. ", en="Cannot tell. ") + found.sentence(lang)}
    rows = list(found.main.ledger().itertuples())
    notes = (found.named_before(lang), found.left_out_sentence(lang), found.breaks_sentence(lang))
    return made | {
        "outcome": found.label(found.outcome, lang),
        "sentence": found.sentence(lang),
        "limits": [*(text for text in notes if text), *found.limits(lang, city.programme)],
        "bars": [_bar(row, 2, lang) for row in rows[-1:] + rows[:-1]],
    }


def _bar(row, digits: int, lang: str) -> dict:
    whole = row.cohort == "all"
    return {
        "label": pick(lang, id="semua lokasi", en="all sites")
        if whole
        else pick(lang, id=f"lokasi {row.cohort}", en=f"sites of {row.cohort}"),
        "n": int(row.n),
        "observed": _plain(row.observed_change),
        "low": _plain(row.conf_low),
        "high": _plain(row.conf_high),
        "parts": [
            {"key": "common", "value": _plain(row.common_change)},
            {"key": "rebound", "value": _plain(row.selection_rebound)},
            {"key": "effect", "value": _plain(row.programme_effect)},
        ],
        "said": pick(
            lang,
            id=f"Perubahan {signed(row.observed_change, digits, lang)}, di antaranya program "
            f"{signed(row.programme_effect, digits, lang)}",
            en=f"Change {signed(row.observed_change, digits, lang)}, of which programme "
            f"{signed(row.programme_effect, digits, lang)}",
        )
        + _between(row, digits, lang),
    }


def _between(row, digits: int, lang: str) -> str:
    if not np.isfinite(row.conf_high - row.conf_low):
        return pick(
            lang,
            id="; selangnya tidak terbatas: belum dapat disimpulkan.",
            en="; its interval is unbounded: cannot tell.",
        )
    low, high = signed(row.conf_low, digits, lang), signed(row.conf_high, digits, lang)
    cannot = row.conf_low <= 0 <= row.conf_high
    return pick(
        lang,
        id=f" (selang 95%: {low} sampai {high})" + (": belum dapat disimpulkan." if cannot else "."),
        en=f" (95% interval: {low} to {high})" + (": cannot tell." if cannot else "."),
    )


def _names(lang: str) -> dict[str, str]:
    return {
        "common": pick(lang, id="perubahan bersama semua tempat", en="change common to all places"),
        "rebound": pick(lang, id="pemulihan karena dipilih saat buruk", en="rebound from being chosen in a bad year"),
        "effect": pick(lang, id="sisanya: pengaruh program", en="the rest: effect of the programme"),
    }


def _plain(value) -> float | None:
    return None if pd.isna(value) or not np.isfinite(value) else float(value)
