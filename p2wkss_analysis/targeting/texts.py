"""What targeting says: the public draw and its list of candidates, places that need cannot tell apart."""

from __future__ import annotations

from ..say import Text

# --- the list of candidates, before the seed is known
TESTED = Text("yang tingkat kebutuhannya tidak dapat dibedakan dengan pasti menurut uji kestabilan indeks",
              "whose need the stability test of the index cannot tell apart with confidence")
FIXED_BEFORE = Text("yang ditetapkan sebelum undian", "fixed before the draw")
LIST_FIXED = Text(
    "Daftar calon undian memuat {candidates:,} wilayah; {n:,} di antaranya akan diundi dengan peluang yang sama, {chance:.1%}. "
    "SHA-256 daftar: {sha256}.",
    "The list for the draw holds {candidates:,} {candidates:candidate|candidates}; {n:,} will be drawn, each with the same chance, {chance:.1%}. "
    "SHA-256 of the list: {sha256}.")
SOURCE_TO_COME = Text(
    "Angka acuan undian (seed) akan diambil dari: {source}.",
    "The seed will be taken from: {source}.")
SOURCE_NOT_NAMED = Text(
    "Sumber angka acuan undian (seed) belum ditetapkan. Tetapkan sumber umum yang hasilnya belum diketahui siapa pun, misalnya empat "
    "angka terakhir penutupan IHSG pada tanggal tertentu sesudah daftar ini diumumkan.",
    "The source of the seed has not been named. Name a public source whose value nobody knows yet, such as the last four digits of "
    "the closing value of a stock index on a stated day after this list is published.")
LIST_MINUTES = Text(
    """\
DAFTAR CALON UNDIAN LOKASI P2WKSS{year}

Tanggal : {when}
Tempat  : {place}

1. Calon: {candidates:,} calon, {whose}.
2. SHA-256 daftar (kode wilayah berurutan, satu kode per baris): {sha256}
3. Yang akan diundi: {n:,} wilayah; peluang setiap calon sama, yaitu {chance:.1%}.
4. {source}
5. Cara: nomor undi setiap calon adalah nilai SHA-256 dari teks "seed|kode wilayah" (contoh untuk seed 2027: 2027|{first});
   {n:,} nomor terkecil terpilih. Siapa pun dapat menghitungnya kembali.

Umumkan daftar ini sebelum angka acuan undian diketahui. Sesudah itu tidak ada yang boleh berubah.

Calon, menurut kode wilayah:
{everyone}

Saksi-saksi:
1. ........................    2. ........................    3. ........................
""",
    """\
LIST OF CANDIDATES FOR THE DRAW OF P2WKSS SITES{year}

Date  : {when}
Place : {place}

1. {candidates:,} {candidates:candidate|candidates}, {whose}.
2. SHA-256 of the list (area codes in order, one a line): {sha256}
3. To be drawn: {n:,}; every candidate has the same chance, {chance:.1%}.
4. {source}
5. Method: the ticket of a candidate is the SHA-256 of the text "seed|area code" (for example, with seed 2027: 2027|{first});
   the {n:,} lowest {n:ticket is|tickets are} drawn. Anyone can work them out again.

Publish this list before the seed is known. Nothing may change after that.

Candidates, by area code:
{everyone}

Witnesses:
1. ........................    2. ........................    3. ........................
""")

# --- the draw
DRAWN = Text(
    "Dari {candidates:,} calon terpilih dengan undian {drawn:and} (angka acuan undian {seed}; peluang setiap calon {chance:.1%}).",
    "Of {candidates:,} {candidates:candidate|candidates}, lots fell on {drawn:and} (seed {seed}; each candidate's chance {chance:.1%}).")
SEED_FROM = Text(
    "Angka acuan berasal dari {source}. Undian ini tidak dapat diarahkan siapa pun bila daftar calon dan sumber itu diumumkan sebelum angkanya diketahui.",
    "The seed came from {source}. Nobody could steer this draw if the list and that source were published before the seed was known.")
SEED_OF_NO_SOURCE = Text(
    "Asal angka acuan tidak dicatat: siapa pun yang mengetahuinya sebelum daftar calon ditetapkan dapat mengarahkan undian ini.",
    "Where the seed came from was not recorded: whoever knew it before the list was fixed could have steered this draw.")
DRAW_MINUTES = Text(
    """\
BERITA ACARA UNDIAN LOKASI P2WKSS{year}

Tanggal : {when}
Tempat  : {place}

1. Calon: {candidates:,} calon, {whose}.
2. SHA-256 daftar calon (kode wilayah berurutan, satu kode per baris): {sha256}
3. Yang diundi: {n:,} wilayah; peluang setiap calon sama, yaitu {chance:.1%}.
4. Angka acuan undian (seed): {seed}. {source}
5. Cara: nomor undi setiap calon adalah nilai SHA-256 dari teks "seed|kode wilayah" (contoh: {seed}|{first});
   {n:,} nomor terkecil terpilih. Siapa pun dapat menghitungnya kembali.

Nomor undi, dari yang terkecil (16 angka heksadesimal pertama):
{everyone}

Terpilih:
{winners}

Saksi-saksi:
1. ........................    2. ........................    3. ........................
""",
    """\
MINUTES OF THE DRAW OF P2WKSS SITES{year}

Date  : {when}
Place : {place}

1. {candidates:,} {candidates:candidate|candidates}, {whose}.
2. SHA-256 of the list of candidates (area codes in order, one a line): {sha256}
3. To be drawn: {n:,}; every candidate has the same chance, {chance:.1%}.
4. Seed: {seed}. {source}
5. Method: the ticket of a candidate is the SHA-256 of the text "seed|area code" (for example: {seed}|{first});
   the {n:,} lowest {n:ticket is|tickets are} drawn. Anyone can work them out again.

Tickets, the lowest first (first 16 hexadecimal digits):
{everyone}

Drawn:
{winners}

Witnesses:
1. ........................    2. ........................    3. ........................
""")

# --- places of equal need
EQUAL = Text(
    "Skor {same:and} sama persis; di antara mereka hanya urutan kode wilayah yang menentukan, bukan kebutuhan.",
    "{same:and} have exactly the same score; between them only the order of the area codes decides, not need.")
MORE = Text("{n:,} lainnya", "{n:,} more")
