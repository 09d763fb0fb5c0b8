"""Photos of a folder in the report: side by side, and nothing of camera, position, comment or file name comes along."""

import io
import zipfile

import pytest
from PIL import Image
from pypdf import PdfReader

from p2wkss_analysis.pictures import photos, texts
from p2wkss_analysis.pictures.photos import read_photos
from p2wkss_analysis.reporting import document as doc
from p2wkss_analysis.reporting.formats.html import to_html
from p2wkss_analysis.reporting.formats.pdf import to_pdf
from p2wkss_analysis.reporting.formats.word.document import to_docx
from p2wkss_analysis.reporting.stories.city.photos import photo_blocks
from p2wkss_analysis.say.errors import DataFaults, WrongUse

NAMES = {"36.72.05.1001": "Sukmajaya"}
PLANTED = (b"BuSiti", b"Kamera", b"2024:05:06", b"Exif", b"ICC_PROFILE")


def taken(folder, name, size=(1600, 1200), turned=1):
    """A photo as a phone writes it: camera, day, position and a comment beside the pixels, lying on its side where `turned`."""
    exif = Image.Exif()
    exif[0x010F], exif[0x9003], exif[0x0112] = "Kamera", "2024:05:06 07:08:09", turned
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 22.0, 33.0), 3: "E", 4: (106.0, 44.0, 11.0)})
    kind = {} if name.endswith("png") else {"comment": b"BuSiti"}
    Image.new("RGB", size, "olive").save(folder / name, exif=exif, icc_profile=b"ICC_PROFILE", **kind)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("foto")
    taken(made, "RT03-RW05_sebelum.jpg", turned=6)
    taken(made, "RT03-RW05_sesudah_BuSiti.jpg")
    taken(made, "36.72.05.1001 rw 7 after BuSiti.png", (300, 200))
    (made / "Thumbs.db").write_bytes(b"x")
    return made


@pytest.fixture(scope="module")
def found(folder):
    return read_photos(folder, NAMES)


def test_a_photo_is_made_anew_from_its_pixels_upright_and_small(found):
    assert [(p.village, p.rw, p.rt, p.phase) for p in found] == [
        ("", 5, 3, "before"),
        ("", 5, 3, "after"),
        ("36.72.05.1001", 7, 0, "after"),
    ]
    assert [photos.size_of(p.jpeg) for p in found] == [(675, 900), (900, 675), (300, 200)]
    assert not [mark for p in found for mark in PLANTED if mark in p.jpeg]
    assert not [p for p in found if dict(Image.open(io.BytesIO(p.jpeg)).getexif())]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_pairs_stand_side_by_side_in_every_format_and_nothing_else_comes_along(found, lang):
    blocks = photo_blocks(found, NAMES, lang)
    captions = [[caption for _, caption in b.items] for b in blocks if isinstance(b, doc.Photos)]
    if lang == "id":
        assert captions == [
            ["RT 03/RW 05, sebelum", "RT 03/RW 05, sesudah"],
            ["Sukmajaya RW 07, sebelum: belum ada foto", "Sukmajaya RW 07, sesudah"],
        ]
    document = doc.Document(lang, "Laporan", "Kota", "Hari ini", (doc.Chapter("lampiran", "Lampiran", blocks),))
    page, word, pdf = to_html(document), to_docx(document), to_pdf(document)
    parts = zipfile.ZipFile(io.BytesIO(word))
    inside = b"".join(parts.read(name) for name in parts.namelist())
    seen = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages)
    assert page.count("data:image/jpeg") == 3 == len([n for n in parts.namelist() if n.endswith(".jpg")])
    assert sum(len(each.images) for each in PdfReader(io.BytesIO(pdf)).pages) == 3
    for caption in (c for pair in captions for c in pair):
        assert caption in page and caption.encode() in inside and caption in " ".join(seen.split())
    assert not [mark for mark in PLANTED for file in (page.encode(), inside, pdf) if mark in file]
    assert "Siti" not in seen


def test_every_file_that_is_no_photo_of_an_rt_is_a_fault_with_its_remedy(tmp_path, monkeypatch):
    taken(tmp_path, "BuSiti.jpg", (40, 30))
    taken(tmp_path, "RT01-RT02-RW01_sebelum.jpg", (40, 30))
    taken(tmp_path, "36.72.05.9999_RW01_sebelum.jpg", (40, 30))
    taken(tmp_path, "RW02_sebelum.jpg", (40, 30))
    (tmp_path / "RW01_sebelum.jpg").write_bytes((tmp_path / "BuSiti.jpg").read_bytes()[:400])
    (tmp_path / "RW01_sesudah.jpg").write_bytes(b"")
    (tmp_path / "daftar hadir.docx").write_bytes(b"PK")
    (tmp_path / "RW03_sesudah.jpg").mkdir()
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)  # above this Pillow warns, above twice as many it refuses
    with pytest.raises(DataFaults) as refused:
        read_photos(tmp_path, NAMES, "id")
    said = {f.file: f.rule for f in refused.value.faults}
    assert said == {
        "BuSiti.jpg": texts.NOT_NAMED_BY_RT.id,
        "RT01-RT02-RW01_sebelum.jpg": texts.NOT_NAMED_BY_RT.id,
        "36.72.05.9999_RW01_sebelum.jpg": texts.UNKNOWN_VILLAGE_OF_PHOTO.id,
        "RW02_sebelum.jpg": texts.PHOTO_TOO_LARGE.id,
        "RW01_sebelum.jpg": texts.UNREADABLE_PHOTO.id,
        "RW01_sesudah.jpg": texts.UNREADABLE_PHOTO.id,
        "daftar hadir.docx": texts.NOT_A_PHOTO.id,
        "RW03_sesudah.jpg": texts.NOT_A_PHOTO.id,
    }
    assert all(f.remedy for f in refused.value.faults)


def test_a_name_that_is_no_utf8_is_said_with_the_replacement_sign(tmp_path):
    taken(tmp_path, "RT01\udcff.jpg", (9, 9))
    with pytest.raises(DataFaults) as refused:
        read_photos(tmp_path, NAMES)
    assert refused.value.table()["file"].tolist() == ["RT01\N{REPLACEMENT CHARACTER}.jpg"]


def test_a_folder_that_is_none_or_empty_is_refused_in_words(tmp_path):
    for folder in (tmp_path, tmp_path / "tidak-ada"):
        with pytest.raises(WrongUse, match="RT03-RW05_sebelum"):
            read_photos(folder, NAMES)
