"""What the open tables' answers say: the real case of the village index, why sites cannot be used, refusals."""

from __future__ import annotations

from ..say import Text

NO_VILLAGE_INDEX = Text(
    "Tidak ada desa dengan IDM untuk {regency}. Kota tidak memiliki IDM; gunakan buku kerja kota atau berkas sendiri.",
    "There is no desa with the village index (IDM) in {regency}. Cities have none; use the city's workbook or a file of your own.",
)

# --- designs that the published years allow ---------------------------------------------------------------

DESIGNS = {
    "early_baseline_2023": Text(
        "Lokasi 2023, nilai 2023 ke 2024 (nilai awal sudah sebagian terkena program)",
        "Sites of 2023, values 2023 to 2024 (baseline already partly exposed)",
    ),
    "early_baseline_serang_2021": Text(
        "Lokasi 2021 di Kabupaten Serang, nilai 2021 ke 2022\N{EN DASH}2024 (nilai awal sudah sebagian terkena program)",
        "Sites of 2021 in Kabupaten Serang, values 2021 to 2022\N{EN DASH}2024 (baseline already partly exposed)",
    ),
    "timing_placebo_2024": Text(
        "Lokasi 2024, nilai 2023 ke 2024 (uji placebo: pengaruh penuh belum mungkin terjadi)",
        "Sites of 2024, values 2023 to 2024 (timing placebo: no full effect possible yet)",
    ),
}
COMPUTING = Text("Menghitung rancangan", "Computing designs")
NO_SITE = Text(
    "{design}: tidak ada desa lokasi dengan nilai yang diperlukan. Periksa tahun dan kode desa dalam daftar lokasi.",
    "{design}: no desa site has the values needed. Check years and village codes in the register of sites.",
)
NO_DESIGN = Text(
    "Rancangan {key!r} ({variant!r}) tidak ada. Pilihan: {known:list}.",
    "There is no design {key!r} ({variant!r}). Choose from: {known:list}.",
)
TOO_FEW_PLACES = Text(
    "Rancangan {key} ({variant}): tempat pembanding terlalu sedikit untuk pemilihan acak. Sertakan lebih banyak desa.",
    "Design {key} ({variant}): too few comparison places for random selection. Include more desa.",
)

# --- what a design shows ----------------------------------------------------------------------------------

CANNOT_TELL = Text(
    "{design}. Belum dapat disimpulkan. Nilai {n:,} lokasi terkonfirmasi rata-rata berubah {change:+.3}; dibandingkan desa lain "
    "sekabupaten {gap:+.3} (selang 95% {low:+.3} sampai {high:+.3}, dari pemilihan acak di antara desa sekabupaten). Nilai awalnya "
    "bukan dari sebelum lokasi dipilih, dan pengaruh di bawah sekitar {least:.3} sulit terdeteksi. Untuk mendeteksi pengaruh "
    "{effect:.2} diperlukan sekitar {needed:,} lokasi terkonfirmasi yang tahun dan nilainya diketahui.",
    "{design}. Cannot tell. {n:,} confirmed {n:site|sites} changed by {change:+.3} on average; relative to other desa of the same "
    "kabupaten {gap:+.3} (95% interval {low:+.3} to {high:+.3}, from random selection among the desa of the kabupaten). The baseline "
    "is not from before selection, and effects below about {least:.3} are unlikely to be detected. Detecting an effect of {effect:.2} would "
    "take about {needed:,} confirmed sites with known years and values.",
)
DESIGN_SAYS = Text("{design}. {said}", "{design}. {said}")
FROM_RANDOM_CHOICE = Text(
    "Selang dari {n:,} kali pemilihan acak di antara desa sekabupaten, karena galat baku terklaster terlalu kecil bila lokasi sedikit.",
    "Interval from {n:,} random selections among the desa of the same kabupaten, since clustered standard errors are too small with "
    "few sites.",
)
NO_INTERVAL = Text(
    "Tanpa selang: galat baku metode ini terlalu kecil bila lokasi kurang dari {least:,}.",
    "No interval: the standard errors of this method are too small with fewer than {least:,} sites.",
)

# --- sites no design can use ------------------------------------------------------------------------------

REFUSED = {
    "no_code": Text("Kode desa/kelurahan belum diketahui.", "The village has not been matched to a code."),
    "no_year": Text("Tahun program tidak diketahui.", "The programme year is not known."),
    "kelurahan": Text("Kelurahan tidak memiliki Indeks Desa Membangun.", "A kelurahan has no village index (IDM)."),
    "no_value": Text("Desa ini tidak ada dalam tabel indeks.", "This desa is not in the index table."),
    "too_old": Text(
        "Program berjalan sebelum tahun pertama dalam tabel indeks.",
        "The programme ran before the first year in the index table.",
    ),
    "no_year_after": Text(
        "Indeks berakhir pada 2024; tidak ada nilai sesudah program.",
        "The index ended in 2024; there is no value after the programme.",
    ),
    "no_year_before": Text(
        "Desa ini tidak memiliki nilai indeks sebelum atau pada tahun program.",
        "This desa has no index value before or in the programme year.",
    ),
    "unconfirmed": Text(
        "Tahun atau lokasi belum terkonfirmasi; hanya dipakai dalam uji kepekaan.",
        "Year or place not confirmed; used only in a sensitivity check.",
    ),
}
