"""What is said of protecting families: numbers in fives, small counts, keys and pseudonyms, earlier editions."""

from __future__ import annotations

from ..say import Text

# --- in_fives and small_cells -----------------------------------------------------------------------------

AT_MOST = Text("paling banyak {n:,}", "at most {n:,}")
ABOUT = Text("sekitar {n:,}", "about {n:,}")
FEWER_THAN = Text("kurang dari {n:,}", "fewer than {n:,}")
COUNT = Text("{n:,}", "{n:,}")
PROTECTED = Text(
    "Untuk melindungi keluarga, jumlah keluarga di semua tabel dibulatkan ke kelipatan lima dan dapat berbeda sampai {margin} dari "
    "yang sebenarnya. Tanda {few} berarti paling banyak lima, mungkin juga nol.",
    "To protect families, their numbers are rounded to multiples of five in all tables and may differ by up to {margin} from the true "
    "ones. The mark {few} means five at most, possibly none.",
)
SMALLEST_NOT_A_NUMBER = Text(
    "`smallest` harus bilangan bulat paling sedikit 2, bukan {given!r}.",
    "`smallest` must be a whole number of at least 2, not {given!r}.",
)
NOT_COUNTS = Text(
    "Tabel cacah harus berisi bilangan bulat 0 ke atas, tanpa sel kosong.",
    "A table of counts must hold whole numbers from 0, with no empty cell.",
)

# --- privacy: keys and pseudonyms -------------------------------------------------------------------------

KEY_EXISTS = Text(
    "Berkas kunci {name} sudah ada dan tidak ditimpa: kode samaran lama bergantung padanya. Pilih nama lain.",
    "The key file {name} exists and is not replaced: earlier pseudonyms depend on it. Choose another name.",
)
NO_KEY = Text(
    "Kolom nomor kartu keluarga (no_kk) berisi nomor, tetapi kuncinya belum disebut; berkas tidak dibaca. Buat kunci sekali dengan "
    "`p2wkss key BERKAS` di luar folder proyek, lalu ulangi dengan --key BERKAS atau isi {variable}; atau kosongkan kolom itu.",
    "The column of family card numbers (no_kk) holds numbers, but no key is named; the file was not read. Make a key once with "
    "`p2wkss key FILE` outside the project's folder, then repeat with --key FILE or set {variable}; or empty that column.",
)
KEY_UNREADABLE = Text(
    "Kunci tidak terbaca. {why} Kunci disebut dengan --key atau {variable}.",
    "The key cannot be read. {why} The key is named by --key or {variable}.",
)
NOT_A_KEY = Text(
    "Berkas {name} bukan berkas kunci{flaw}: kunci berisi 64 angka heksadesimal. Kembalikan salinannya bila pernah dipakai; bila belum "
    "pernah, hapus berkas itu lalu buat kunci dengan `p2wkss key BERKAS`.",
    "The file {name} is not a key file{flaw}: a key has 64 hexadecimal digits. Restore its copy if it was ever used; if not, delete the "
    "file and make a key with `p2wkss key FILE`.",
)
IS_EMPTY = Text(" (kosong)", " (it is empty)")
IS_CUT_OFF = Text(" (terpotong, {n} angka)", " (cut off, {n} {n:digit|digits})")
KEY_INSIDE_REPOSITORY = Text(
    "Berkas kunci {name} berada di dalam repositori. Simpan di luar, agar tidak ikut dibagikan.",
    "The key file {name} lies inside a repository. Keep it outside, so that it is not shared.",
)
NOT_SIXTEEN_DIGITS = Text("Nomor kartu keluarga harus 16 angka.", "A family card number must have 16 digits.")

# --- published_before: earlier editions -------------------------------------------------------------------

# Stands at the head of the file beside the workbook, which is known again by it: its first words must not change.
WHAT_IT_IS = Text(
    "Angka keluarga yang sudah terbit dari buku kerja ini, dibulatkan ke kelipatan lima, agar terbitan berikutnya tidak mengungkap "
    "keluarga yang bertambah atau berkurang. Boleh dihapus; lindungannya antarterbitan ikut hilang.",
    "Published numbers of families of this workbook, in fives, so that the next edition does not give away a family more or less. It "
    "may be deleted; that protection between editions goes with it.",
)
DAMAGED = Text(
    "{name} rusak, diubah, atau milik kota lain, sehingga tidak dipakai dan ditulis baru.",
    "{name} is damaged, was changed, or belongs to another city, so it was not used and is written again.",
)
REMEMBERED = Text(
    "Angka keluarga yang terbit dicatat dalam {name} di samping buku kerja, agar terbitan berikutnya tidak mengungkap keluarga yang "
    "bertambah atau berkurang. Berkas itu boleh dihapus; lindungan ini ikut hilang.",
    "The published numbers of families are kept in {name} beside the workbook, so that the next edition does not give away a family "
    "more or less. The file may be deleted; that protection goes with it.",
)
NOT_REMEMBERED = Text(
    "Angka yang terbit tidak dapat dicatat dalam {name} (folder atau berkas itu tidak dapat ditulisi, atau nama itu dipakai berkas "
    "lain). Terbitan berikutnya dibulatkan dari awal; jangan terbitkan dua versi dari buku kerja yang hampir sama.",
    "The published numbers could not be recorded in {name} (the folder or the file cannot be written to, or another file has that "
    "name). The next edition will be rounded independently; do not publish two editions of nearly the same workbook.",
)
