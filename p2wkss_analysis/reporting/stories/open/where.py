"""Chapter: where poverty, HDI, slums and past sites are."""

from __future__ import annotations

from ....indicators.change import full_years
from ....open_data.answers import CILEGON, DEPOK, SERIES, OpenAnswers
from ....pictures.maps.bivariate import map_bivariate
from ....pictures.maps.maps import map_need, map_years
from ....pictures.maps.slum_sites import map_slum_sites
from ....say import join, number, pick
from ...document import Caution, Chapter, Figure, Paragraph, Section

MAPS_OF_YEARS = 9  # three rows of three
FULL_YEAR = 2021  # the one year in which BPS figures of all 514 stand in the tables


def chapter(m: OpenAnswers, lang: str) -> Chapter:
    blocks = [
        Paragraph(
            pick(
                lang,
                id="Peta di bawah ini peta skema: setiap petak satu wilayah berukuran sama di dekat letak sebenarnya, dengan "
                "batas provinsi atau kecamatan sebagai garis tebal. Petak bukan batas wilayah. Wilayah tanpa angka digambar "
                "dengan arsiran, bukan dengan warna kelas.",
                en="The maps below are schemas: each tile is one place of equal size near its true position, with province or "
                "kecamatan outlines as heavy lines. Tiles are not boundaries. A place without a figure is hatched and has no "
                "colour of a class.",
            )
        ),
        Section(pick(lang, id="Kemiskinan, IPM, dan lokasi P2WKSS", en="Poverty, HDI and P2WKSS sites")),
        *_both(m, lang),
        Section(pick(lang, id="Depok dan Cilegon menurut kelurahan", en="Depok and Cilegon by kelurahan")),
        _slums(m, DEPOK, lang),
        _slums(m, CILEGON, lang),
        Caution(_slum_area(m, lang)),
        Section(pick(lang, id="Jawa Barat dan Banten, dari tahun ke tahun", en="Jawa Barat and Banten, year by year")),
        _years(m, "poverty_rate", None, "orange", lang),
        _years(m, "hdi", SERIES, "blue", lang),
        Section(pick(lang, id="Seluruh Indonesia, 2021", en="All of Indonesia, 2021")),
        _nation(m, "poverty_rate", None, "orange", lang),
        _nation(m, "hdi", SERIES, "blue", lang),
    ]
    return Chapter(
        "di-mana" if lang == "id" else "where",
        pick(
            lang, id="Di mana kemiskinan, IPM, kumuh, dan lokasi terdahulu?", en="Where are poverty, HDI, slums and past sites?"
        ),
        blocks,
    )


def _both(m: OpenAnswers, lang: str) -> list:
    """The large map with every known site, and small ones with the sites of each year."""
    rows = m.indicators[
        m.indicators["indicator"].isin(["poverty_rate", "hdi"]) & m.indicators["area_code"].isin(m.regencies["area_code"])
    ]
    rows = rows[(rows["indicator"] == "poverty_rate") | (rows["method"] == SERIES)]
    years = full_years(rows[rows["area_code"].str.startswith("32.")], "hdi", SERIES)[-MAPS_OF_YEARS:]
    large = map_bivariate(rows[rows["year"] == FULL_YEAR], m.regencies, sites=m.sites, lang=lang)
    small = map_bivariate(rows[rows["year"].isin(years)], m.regencies, sites=m.sites, lang=lang)
    return [
        Figure(
            large,
            pick(
                lang,
                id="Kemiskinan dan IPM bersama-sama, dengan jumlah lokasi P2WKSS yang diketahui dan tahunnya.",
                en="Poverty and HDI together, with the number of known P2WKSS sites and their years.",
            ),
            large.sentence(lang),
            _source(lang),
        ),
        Figure(
            small,
            pick(
                lang,
                id="Sama, tahun demi tahun dengan kelas yang sama; tanda menunjukkan lokasi tahun itu. Satu lokasi "
                "melayani sekitar 100 KK, sehingga warna kabupaten/kota tidak menunjukkan pengaruh program.",
                en="The same year by year with the same classes; marks are the sites of that year. One site serves about 100 "
                "households, so the colour of a regency shows no effect of the programme.",
            ),
            small.sentence(lang),
            _source(lang),
        ),
    ]


def _slums(m: OpenAnswers, regency: str, lang: str) -> Figure:
    picture = map_slum_sites(m.slum_villages, regency, m.areas, sites=m.sites, lang=lang)
    return Figure(
        picture,
        pick(
            lang,
            id=f"{m.names[regency]}: daftar kumuh dan semua lokasi yang diketahui.",
            en=f"{m.names[regency]}: slum lists and every known site.",
        ),
        picture.sentence(lang),
        pick(
            lang,
            id="Sumber: keputusan wali kota dan daftar dalam pemberitaan; alamat dalam tabel slum_villages.",
            en="Source: mayor's decrees and lists in the press; addresses in the table slum_villages.",
        ),
    )


def _slum_area(m: OpenAnswers, lang: str) -> str:
    """The city's slum area as each decree gave it, and why that is no growth."""
    rows = m.slum_cities[m.slum_cities["regency_code"] == DEPOK].sort_values("year")
    given = join(
        [f"{number(ha, 2, lang)} ha ({year})" for ha, year in zip(rows["slum_area_ha"], rows["year"], strict=True)], lang
    )
    return pick(
        lang,
        id=f"Luas kumuh Depok tercatat {given}. Angka itu mengikuti perubahan definisi dan survei ulang, bukan "
        "pertumbuhan permukiman kumuh.",
        en=f"The slum area of Depok was given as {given}. These follow changes of definition and a new survey and are not "
        "growth of slums.",
    )


def _source(lang: str) -> str:
    return pick(lang, id="Sumber: BPS.", en="Source: BPS.")


def _years(m: OpenAnswers, indicator: str, method: str | None, palette: str, lang: str) -> Figure:
    here = m.indicators[(m.indicators["indicator"] == indicator) & m.indicators["area_code"].isin(m.regencies["area_code"])]
    here = here[here["method"] == method] if method else here
    years = full_years(here[here["area_code"].str.startswith("32.")], indicator, method)[-MAPS_OF_YEARS:]
    picture = map_years(here, m.regencies, years=years, palette=palette, digits=1, lang=lang)
    return Figure(
        picture,
        pick(
            lang,
            id="Kelas sama di semua tahun. Untuk Banten hanya sebagian tahun yang tersedia.",
            en="The classes are the same in all years. For Banten only some years are available.",
        ),
        picture.sentence(lang),
        _source(lang),
    )


def _nation(m: OpenAnswers, indicator: str, method: str | None, palette: str, lang: str) -> Figure:
    regencies = m.areas[m.areas["level"] == "regency"]
    picture = map_need(m.values(indicator, FULL_YEAR, method), regencies, palette=palette, lang=lang)
    return Figure(
        picture,
        pick(
            lang,
            id="Semua 514 kabupaten/kota; garis tebal provinsi.",
            en="All 514 regencies and cities; heavy lines are provinces.",
        ),
        picture.sentence(lang),
        _source(lang),
    )
