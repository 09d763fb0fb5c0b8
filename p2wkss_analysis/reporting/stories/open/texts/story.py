"""The title page of the open report, and what several chapters say."""

from __future__ import annotations

from .....say import Text

TITLE = Text("Laporan Evaluasi P2WKSS", "P2WKSS Evaluation Report")
SUBTITLE = Text(
    "Kemiskinan, IPM, permukiman kumuh, dan lokasi program di Jawa Barat dan Banten, terutama Kota Depok dan Kota Cilegon, menurut "
    "data terbuka.",
    "Poverty, HDI, slums and programme sites in Jawa Barat and Banten, with a closer look at Kota Depok and Kota Cilegon, from open "
    "data.",
)
MADE = Text("Dibuat {made:date}", "Produced on {made:date}")

JAWA_BARAT = Text("Jawa Barat: {said}", "Jawa Barat: {said}")

FROM_REGISTER = Text(
    "Sumber: pemberitaan dan pemerintah daerah; alamat tiap baris ada dalam tabel programme_sites.",
    "Source: press reports and local governments; the address of each row is in the table programme_sites.",
)
