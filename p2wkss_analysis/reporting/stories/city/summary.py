"""Chapter: the answers in a page."""

from __future__ import annotations

from ....city.answers import CityAnswers
from ....disclosure.in_fives import families, protected_note
from ....display import Unanswered
from ....indicators.slum_change import moved, others
from ....say import integer, percent, pick, together
from ...document import Caution, Chapter, Finding, KeyFigures, Paragraph, Points


def chapter(m: CityAnswers, lang: str) -> Chapter:
    blocks = [
        Paragraph(
            pick(
                lang,
                id=f"Laporan ini menjawab dari buku kerja kota sendiri: di mana kebutuhannya dan ke mana {m.programme} berikutnya, "
                f"tepatkah lokasi terdahulu, siapa yang dibina, apa yang "
                "terlaksana, dan apakah program berdampak. Yang belum dapat dijawab disebut apa adanya, dengan kolom yang perlu "
                "diisi.",
                en=f"This report answers from the city's own workbook: where the need is and where {m.programme} should go next, "
                f"whether past sites hit the need, whom the programme took, what "
                "was delivered, and whether it helped. What cannot be answered yet is said as it is, with the columns to fill in.",
            )
        ),
        KeyFigures(_figures(m, lang)),
        Finding(_verdict(m, lang)),
        Points(tuple(_answers(m, lang))),
    ]
    missing = _missing(m, lang)
    if missing:
        blocks.append(Caution(" ".join(missing), pick(lang, id="Belum dapat dijawab.", en="Not answered yet.")))
    blocks.append(
        Paragraph(
            pick(
                lang,
                id="Tidak ada baris atau ID keluarga dalam laporan ini. ",
                en="No row or id of a household is in this report. ",
            )
            + protected_note(lang, m.numbers.margin)
        )
    )
    return Chapter("ringkasan" if lang == "id" else "summary", pick(lang, id="Ringkasan", en="Summary"), blocks)


def _figures(m: CityAnswers, lang: str) -> tuple:
    out = [(integer(len(m.areas), lang), pick(lang, id="Desa/kelurahan", en="Villages"), m.city)]
    if len(m.sites().rows):
        years = m.sites().rows["year"]
        out.append(
            (integer(len(years), lang), pick(lang, id="Lokasi tercatat", en="Sites on record"), f"{years.min()}–{years.max()}")
        )
    if not isinstance(m.assisted(), Unanswered):
        n = m.assisted().by_rt.loc["all", "assisted"]
        out.append(
            (
                families(int(n), lang),
                pick(lang, id="KK binaan dalam buku kerja", en="Assisted households in the workbook"),
                pick(lang, id="binaan saja, tanpa pembanding", en="without the comparison"),
            )
        )
    if not isinstance(m.delivery(), Unanswered):
        whole = m.delivery().progress.by_agency().iloc[-1]
        if whole["due"] and whole["done_percent"] == whole["done_percent"]:
            out.append(
                (
                    percent(whole["done_percent"], 0, lang),
                    pick(lang, id="Realisasi kegiatan yang dilaporkan", en="Done, of activities reported"),
                    str(m.delivery().year),
                )
            )
    return tuple(out)


def _verdict(m: CityAnswers, lang: str) -> str:
    """Whether it helped: the households' main answer, else the places', else that it cannot be told."""
    if not isinstance(m.households(), Unanswered):
        said = (m.households().sentence(lang), m.households().choice_sentence(lang), m.households().condition_sentence(lang))
        return " ".join(text for text in said if text)
    if not isinstance(m.effect(), Unanswered):
        return _places(m, lang)
    return pick(
        lang,
        id="Belum dapat disimpulkan apakah program berdampak: buku kerja ini belum memuat kunjungan keluarga "
        "atau angka desa/kelurahan dari beberapa tahun.",
        en="Whether the programme helped cannot be told: the workbook holds no visits of households nor figures of "
        "villages over several years yet.",
    )


def _places(m: CityAnswers, lang: str) -> str:
    """Whether the places were helped, with what it hangs on: how the sites were chosen."""
    said = (m.effect().sentence(lang), m.effect().other_assumption_sentence(lang), m.effect().stated_choice_sentence(lang))
    return " ".join(text for text in said if text)


def _answers(m: CityAnswers, lang: str) -> list[str]:
    out = []
    if not isinstance(m.need(), Unanswered):
        out.append(m.need().choice_sentence(lang))
    if m.sites().audit is not None:
        out.append(m.sites().hits_sentence(lang))
    if not isinstance(m.assisted(), Unanswered):
        out.append(m.assisted().sentence(lang))
    if not isinstance(m.households(), Unanswered) and not isinstance(m.effect(), Unanswered):
        out.append(_places(m, lang))
    if not isinstance(m.scorecards(), Unanswered) and m.scorecards().slum is not None:
        rows = m.scorecards().slum.published()
        whole = rows[(rows["role"] == "assisted") & rows["score_change"].notna()]
        if len(whole):
            out.append(together([moved(whole), others(whole)], lang))
    return out


def _missing(m: CityAnswers, lang: str) -> list[str]:
    """One sentence a chapter that has no answer; what another of them says already is not said twice."""
    parts = (m.need(), m.assisted(), m.households(), m.delivery(), m.effect(), m.scorecards())
    said = list(dict.fromkeys(part.sentence(lang) for part in parts if isinstance(part, Unanswered)))
    return [text for text in said if not any(text != other and text in other for other in said)]
