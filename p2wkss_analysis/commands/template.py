"""`p2wkss template`, `key`: the empty workbook of a city, and the key of its pseudonyms."""

from __future__ import annotations

from ..say import pick
from .line.given_paths import Written


def add(command, say) -> None:
    """Registers the command; `command(name, run, summary)` gives a parser with --lang, `say` the text in its language."""
    template = command(
        "template",
        write_workbook,
        say(id="tulis buku kerja Excel kosong yang diisi kota", en="write the empty Excel workbook that a city fills in"),
    )
    template.add_argument("out", type=Written, help=say(id="berkas .xlsx yang ditulis", en="the .xlsx file to write"))
    template.add_argument(
        "--regency",
        help=say(
            id="kode Kemendagri kabupaten atau kota, misalnya 32.76: desa/kelurahannya sudah terisi",
            en="Kemendagri code of a kabupaten or kota, for example 32.76: its villages are filled in",
        ),
    )

    key = command(
        "key",
        write_key_file,
        say(
            id="buat berkas kunci untuk kode samaran nomor kartu keluarga; simpan di luar proyek",
            en="make the key file for pseudonyms of family card numbers; keep it outside the project",
        ),
    )
    key.add_argument(
        "out", type=Written, help=say(id="berkas yang ditulis, tidak pernah menimpa", en="the file to write, never over another")
    )


def write_workbook(options) -> int:
    from ..tables.workbook.template import write_template

    path = write_template(options.out, options.regency, options.lang)
    print(
        pick(
            options.lang,
            id=f"Buku kerja ditulis: {path}. Isi, lalu periksa dengan `p2wkss check {path}`.",
            en=f"Workbook written: {path}. Fill it in, then `p2wkss check {path}`.",
        )
    )
    return 0


def write_key_file(options) -> int:
    from ..disclosure.privacy import write_key

    path = write_key(options.out)
    print(
        pick(
            options.lang,
            id=f"Berkas kunci ditulis: {path}. Simpan di luar proyek; tanpa kunci ini kode samaran tahun depan tidak akan sama.",
            en=f"Key file written: {path}. Keep it outside the project; without it next year's pseudonyms will differ.",
        )
    )
    return 0
