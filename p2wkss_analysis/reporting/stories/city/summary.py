"""Chapter: the answers in a page."""

from __future__ import annotations

from ....indicators.slum_change_words import moved, others
from ....say import integer, percent, pick
from ....disclosure.in_fives import families, protected_note
from ...document import Caution, Chapter, Finding, KeyFigures, Paragraph, Points
from ....city.material import CityMaterial, Missing


def chapter(m: CityMaterial, lang: str) -> Chapter:
    blocks = [
        Paragraph(pick(
            lang,
            id=f"Laporan ini menjawab dari buku kerja kota sendiri: di mana kebutuhannya dan ke mana {m.programme} berikutnya, "
               f"tepatkah lokasi terdahulu, siapa yang dibina, apa yang "
            "terlaksana, dan apakah program berdampak. Yang belum dapat dijawab disebut apa adanya, dengan kolom yang perlu "
            "diisi.",
            en=f"This report answers from the city's own workbook: where the need is and where {m.programme} should go next, "
               f"whether past sites hit the need, whom the programme took, what "
            "was delivered, and whether it helped. What cannot be answered yet is said as it is, with the columns to fill in.")),
        KeyFigures(_figures(m, lang)),
        Finding(_verdict(m, lang)),
        Points(tuple(_answers(m, lang))),
    ]
    missing = _missing(m, lang)
    if missing:
        blocks.append(Caution(" ".join(missing), pick(lang, id="Belum dapat dijawab.", en="Not answered yet.")))
    blocks.append(Paragraph(pick(
        lang, id="Tidak ada baris atau ID keluarga dalam laporan ini. ", en="No row or id of a household is in this report. ")
        + protected_note(lang, m.told.numbers.margin)))
    return Chapter("ringkasan" if lang == "id" else "summary", pick(lang, id="Ringkasan", en="Summary"), blocks)


def _figures(m: CityMaterial, lang: str) -> tuple:
    out = [(integer(len(m.areas), lang), pick(lang, id="Desa/kelurahan", en="Villages"), m.city)]
    if len(m.sites.rows):
        years = m.sites.rows["year"]
        out.append((integer(len(years), lang), pick(lang, id="Lokasi tercatat", en="Sites on record"),
                    f"{years.min()}–{years.max()}"))
    if not isinstance(m.chosen, Missing):
        n = m.chosen.by_rt.loc["all", "assisted"]
        out.append((families(int(n), lang),
                    pick(lang, id="KK binaan dalam buku kerja", en="Assisted households in the workbook"),
                    pick(lang, id="binaan saja, tanpa pembanding", en="without the comparison")))
    if not isinstance(m.delivered, Missing):
        whole = m.delivered.progress.by_agency().iloc[-1]
        if whole["due"] and whole["done_percent"] == whole["done_percent"]:
            out.append((percent(whole["done_percent"], 0, lang),
                        pick(lang, id="Realisasi kegiatan yang dilaporkan", en="Done, of activities reported"),
                        str(m.delivered.year)))
    return tuple(out)


def _verdict(m: CityMaterial, lang: str) -> str:
    """Whether it helped: the households' main answer, else the places', else that it cannot be told."""
    if not isinstance(m.households, Missing):
        said = (m.households.sentence(lang), m.households.choice_sentence(lang), m.households.condition_sentence(lang))
        return " ".join(text for text in said if text)
    if not isinstance(m.panel, Missing):
        return _places(m, lang)
    return pick(lang, id="Belum dapat disimpulkan apakah program berdampak: buku kerja ini belum memuat kunjungan keluarga "
                         "atau angka desa/kelurahan dari beberapa tahun.",
                en="Whether the programme helped cannot be told: the workbook holds no visits of households nor figures of "
                   "villages over several years yet.")


def _places(m: CityMaterial, lang: str) -> str:
    """Whether the places were helped, with what it hangs on: how the sites were chosen."""
    said = (m.panel.sentence(lang), m.panel.other_assumption_sentence(lang), m.panel.stated_choice_sentence(lang))
    return " ".join(text for text in said if text)


def _answers(m: CityMaterial, lang: str) -> list[str]:
    out = []
    if not isinstance(m.need, Missing):
        out.append(m.need.choice_sentence(lang))
    if m.sites.audit is not None:
        out.append(m.sites.hits_sentence(lang))
    if not isinstance(m.chosen, Missing):
        out.append(m.chosen.sentence(lang))
    if not isinstance(m.households, Missing) and not isinstance(m.panel, Missing):
        out.append(_places(m, lang))
    if not isinstance(m.cards, Missing) and m.cards.slum is not None:
        rows = m.cards.slum.published()
        whole = rows[(rows["role"] == "assisted") & rows["score_change"].notna()]
        if len(whole):
            out.append(f"{moved(whole, lang)} {others(whole, lang)}")
    return out


def _missing(m: CityMaterial, lang: str) -> list[str]:
    """One sentence a chapter that has no answer; what another of them says already is not said twice."""
    parts = (m.need, m.chosen, m.households, m.delivered, m.panel, m.cards)
    said = list(dict.fromkeys(part.say(lang) for part in parts if isinstance(part, Missing)))
    return [text for text in said if not any(text != other and text in other for other in said)]
