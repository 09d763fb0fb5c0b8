"""`p2wkss explorer`: one page to look around in, with map, weights, ranking and chance of being chosen."""

from __future__ import annotations

from ..say import pick
from .line.given_paths import Read, Written


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    explorer = command(
        "explorer",
        write_explorer,
        say(
            id="tulis halaman penjelajah: peta, bobot, peringkat, dan peluang terpilih dalam satu berkas tanpa jaringan",
            en="write the explorer page: map, weights, ranking and chance of being chosen in one file without a network",
        ),
    )
    explorer.add_argument(
        "--out",
        type=Written,
        default="penjelajah.html",
        help=say(id="berkas yang ditulis (bawaan: penjelajah.html)", en="the file to write (default: penjelajah.html)"),
    )
    explorer.add_argument(
        "--data",
        type=Read,
        help=say(
            id="buku kerja .xlsx kota; tanpa ini, data terbuka Jawa Barat dan Banten",
            en="the city's .xlsx workbook; without it, the open tables of Jawa Barat and Banten",
        ),
    )
    explorer.add_argument(
        "--regency",
        help=say(
            id="dengan data terbuka: hanya desa kabupaten ini, misalnya 36.04",
            en="with the open tables: only the desa of this kabupaten, for example 36.04",
        ),
    )
    explorer.add_argument(
        "--boundaries",
        type=Read,
        help=say(
            id="GeoJSON, GeoPackage, Shapefile, atau Parquet dengan batas sebenarnya",
            en="GeoJSON, GeoPackage, Shapefile or Parquet with true shapes",
        ),
    )
    explorer.add_argument(
        "--key",
        type=Read,
        help=say(
            id="berkas kunci untuk kolom no_kk buku kerja (bawaan: P2WKSS_KEY_FILE)",
            en="key file for the column no_kk of a workbook (default: P2WKSS_KEY_FILE)",
        ),
    )


def write_explorer(options) -> int:
    from ..explore.page import explorer

    path = explorer(options.out, options.data, options.lang, options.regency, options.boundaries, options.key)
    print(
        pick(
            options.lang,
            id=f"Halaman ditulis: {path}. Buka dengan peramban apa pun; tidak memerlukan jaringan.",
            en=f"Page written: {path}. Open it in any browser; it needs no network.",
        )
    )
    return 0
