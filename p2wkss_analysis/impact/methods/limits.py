"""What is estimated, and what is not: the sentences that stand beside every estimate."""

from __future__ import annotations

from ..estimate import Text

ESTIMAND = Text(
    "Yang diperkirakan: perubahan rata-rata pada lokasi terpilih karena menjadi lokasi P2WKSS, termasuk semua kegiatan "
    "dan dana yang ikut datang (RTLH, sanitasi, pelatihan, TMMD, CSR), dibandingkan seandainya tempat yang sama tidak "
    "menjadi lokasi. Bukan pengaruh P2WKSS sendiri tanpa kegiatan pendampingnya, dan bukan pengaruh di tempat lain.",
    "What is estimated: the average change on the chosen sites from being the P2WKSS site, with all activities and "
    "money that came because of it (housing repair, sanitation, training, TMMD, CSR), against the same places not "
    "being it. Not the effect of P2WKSS apart from its companions, and not the effect elsewhere.",
)

LIMITS = (
    Text(
        "Pergeseran anggaran: dinas memindahkan kegiatan ke lokasi, sehingga tempat lain mungkin mendapat lebih "
        "sedikit; selisihnya ikut terhitung.",
        "Displacement: departments move budgets towards the site, so other places may get less; that gap is counted in.",
    ),
    Text(
        "Imbas: tetangga lokasi dapat ikut berubah. Tempat sekecamatan dengan lokasi dikeluarkan dari pembanding; "
        "hasil dengan menyertakannya ditampilkan terpisah.",
        "Spillover: neighbours of a site may change too. Places of the same kecamatan leave the comparison; results "
        "with them are shown apart.",
    ),
    Text(
        'Daftar lokasi berasal dari pemberitaan dan belum lengkap: "bukan lokasi" berarti tidak diketahui pernah '
        "menjadi lokasi, dan pemberitaan lebih banyak menyebut para juara.",
        'The list of sites comes from the press and is incomplete: "not a site" means not known to have been one, '
        "and the press favours winners.",
    ),
    Text(
        "Dilusi (pengaruh terbagi ke semua KK): bila hanya sebagian KK dibina, rata-rata desa bergerak jauh lebih kecil "
        "daripada perubahan pada KK binaan.",
        "Dilution: where only some households are assisted, the village mean moves far less than they do.",
    ),
)


def limit_sentences(lang: str | None = None) -> list[str]:
    """The estimand first, then the limits, in `lang`.

    >>> limit_sentences("en")[1][:12]
    'Displacement'
    """
    return [text.say(lang) for text in (ESTIMAND, *LIMITS)]
