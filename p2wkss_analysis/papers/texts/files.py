"""What is said while papers are written, and the names of their files."""

from __future__ import annotations

from ...say import Text

WRITING = Text("Menulis", "Writing")
NAMES = {
    "nota-dinas": Text("nota-dinas-{city}", "brief-{city}"),
    "paparan": Text("paparan-{city}", "slides-{city}"),
    "matriks-opd": Text("matriks-opd-{city}", "agency-matrix-{city}"),
    "sk-lokasi": Text("rancangan-sk-lokasi-{city}", "draft-decree-sites-{city}"),
    "internal-sk-kk-binaan": Text("internal-rancangan-sk-kk-binaan-{city}", "internal-draft-decree-households-{city}"),
    "berita-acara-musyawarah": Text("berita-acara-musyawarah-{city}", "minutes-deliberation-{city}"),
    "berita-acara-undian": Text("berita-acara-undian-{city}", "minutes-draw-{city}"),
    "profil-lokasi": Text("profil-lokasi-{city}", "site-profile-{city}"),
}
SYNTHETIC = Text("{name}-sintetis", "{name}-synthetic")
NO_TEMPLATE = Text(
    "Folder templat {folder} tidak memuat satu pun templat. Nama berkas yang dibaca: {names:list}.",
    "The folder of templates {folder} holds none. Files that are read: {names:list}.",
)
BAD_TEMPLATE = Text(
    "Templat {file} rusak atau tidak lengkap. Buka dan simpan kembali sebagai {kind}, atau mulai lagi dari templat bawaan: p2wkss papers "
    "--templates FOLDER.",
    "The template {file} is damaged or incomplete. Open it and save it again as {kind}, or begin anew with the package's own: p2wkss "
    "papers --templates FOLDER.",
)
