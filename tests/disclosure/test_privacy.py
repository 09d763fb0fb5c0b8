"""Identity numbers: found however they are written, never shown, replaced by the same pseudonym everywhere."""

import hashlib
import hmac
import re
import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p2wkss_analysis.disclosure import texts
from p2wkss_analysis.disclosure.privacy import (
    HIDDEN,
    PSEUDONYM,
    NoKey,
    card_digits,
    holds_identity_number,
    identity_numbers,
    mask,
    pseudonym,
    pseudonyms,
    read_key,
    write_key,
)
from p2wkss_analysis.say.errors import WrongUse

ANY = st.characters(
    exclude_categories=("Cs",)
)  # what st.text() takes; it asks the codec of every sign first, which takes seconds

# Put together here, so that no file of the project holds a number that reads as a NIK.
NIK = "327601" + "150390" + "0001"
WOMAN = "327601" + "550390" + "0001"


def test_the_pseudonym_is_hmac_sha256_of_the_digits(key):
    secret = read_key(key)
    made = pseudonym("0" * 15 + "1", secret)
    assert made == "KK-" + hmac.new(secret, b"0" * 15 + b"1", hashlib.sha256).hexdigest()[:20]
    assert re.fullmatch(PSEUDONYM, made) and not holds_identity_number(made)


def test_the_same_number_gives_the_same_pseudonym_however_it_is_written(key):
    secret = read_key(key)
    spaced = f"{NIK[:4]} {NIK[4:8]}-{NIK[8:12]}.{NIK[12:]} "
    assert pseudonym(NIK, secret) == pseudonym(spaced, secret) != pseudonym(WOMAN, secret)


def test_another_key_gives_another_pseudonym(tmp_path):
    one, two = (read_key(write_key(tmp_path / name)) for name in ("a", "b"))
    assert pseudonym(NIK, one) != pseudonym(NIK, two)


def test_a_column_keeps_missing_and_earlier_pseudonyms(key):
    secret = read_key(key)
    first = pseudonyms(pd.Series([NIK, None, NIK, "12"]), secret)
    assert first[0] == first[2] and first.isna().tolist() == [False, True, False, True]
    assert pseudonyms(first, secret).equals(first)


def test_no_two_of_a_hundred_thousand_share_a_pseudonym(key):
    numbers = pd.Series([f"{n:016d}" for n in range(100_000)])
    assert pseudonyms(numbers, read_key(key)).nunique() == 100_000


def test_a_key_is_made_once_and_only_for_its_owner(tmp_path):
    path = write_key(tmp_path / "deep" / "city.key")
    assert len(read_key(path)) == 32 and path.stat().st_mode & 0o077 == 0
    before = path.read_bytes()
    with pytest.raises(WrongUse, match="kode samaran lama"):
        write_key(path)
    assert path.read_bytes() == before


def test_a_key_inside_a_repository_is_refused(tmp_path):
    (tmp_path / ".git").mkdir()
    with pytest.raises(NoKey, match="repositor"):
        write_key(tmp_path / "data" / "city.key")
    (tmp_path / "city.key").write_text("0" * 64)
    with pytest.raises(NoKey):
        read_key(tmp_path / "city.key")


@pytest.mark.parametrize("text", ["", "kunci", "0" * 63, "0" * 65, "\u00e9" * 64])
def test_what_is_no_key_is_refused_without_being_shown(tmp_path, text):
    path = tmp_path / "city.key"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NoKey) as caught:
        read_key(path)
    assert not text or text not in caught.value.sentence("id").replace("kunci", "", 20) or text == "kunci"


@pytest.mark.parametrize(
    "text, flaw",
    [("", texts.IS_EMPTY), ("a" * 63, texts.IS_CUT_OFF.fill(n=63)), ("0", texts.IS_CUT_OFF.fill(n=1)), ("g" * 63, "")],
)
def test_a_key_that_was_not_written_to_its_end_is_said_to_be(tmp_path, text, flaw):
    (tmp_path / "city.key").write_text(text)
    with pytest.raises(NoKey) as caught:
        read_key(tmp_path / "city.key")
    for lang in ("id", "en"):
        assert caught.value.sentence(lang) == texts.NOT_A_KEY.say(lang, name="city.key", flaw=flaw)


@pytest.mark.parametrize("use", [write_key, read_key])
def test_a_name_that_no_computer_takes_is_a_sentence(tmp_path, use):
    with pytest.raises(WrongUse, match="tidak dapat dipakai"):
        use(tmp_path / "k\0.key")


def test_why_a_key_cannot_be_read_is_said_in_the_language_that_is_asked(tmp_path):
    with pytest.raises(NoKey) as caught:
        read_key(tmp_path / "nowhere.key")
    assert "tidak" in caught.value.sentence("id") and "tidak" not in caught.value.sentence("en")


def test_no_key_says_how_to_make_one(monkeypatch, tmp_path):
    with pytest.raises(NoKey, match="P2WKSS_KEY_FILE"):
        read_key()
    monkeypatch.setenv("P2WKSS_KEY_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(NoKey):
        read_key()
    monkeypatch.setenv("P2WKSS_KEY_FILE", str(write_key(tmp_path / "k")))
    assert len(read_key()) == 32


WRITTEN = [
    NIK,
    WOMAN,
    f"NIK {NIK}",
    f"a/n Ibu X ({NIK})",
    f"{NIK}/{WOMAN}",
    f"{NIK[:4]} {NIK[4:8]} {NIK[8:12]} {NIK[12:]}",
    f"{NIK[:6]}-{NIK[6:12]}-{NIK[12:]}",
    f"{NIK[:6]}.{NIK[6:12]}.{NIK[12:]}",
    " ".join(NIK),
    f"{NIK[:8]}\n{NIK[8:]}",
    f"{NIK[:6]}\u00a0{NIK[6:]}",
    f"{NIK[:6]}\u2013{NIK[6:]}",
    NIK.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)}),
    NIK.translate({ord(str(d)): chr(0x660 + d) for d in range(10)}),
    f"x{NIK}y",
    f"{NIK}0",
    f"0{NIK}",
    "0" * 16,
    f"'{NIK}",
    f"{NIK[:6]}\u200b{NIK[6:]}",
    f"32.76.11.1001 {NIK}",
]


@pytest.mark.parametrize("text", WRITTEN, ids=range(len(WRITTEN)))
def test_a_number_is_found_and_masked_however_it_is_written(text):
    assert holds_identity_number(text)
    shown = mask(text)
    assert HIDDEN in shown and sum(map(str.isdigit, shown.replace("32.76.11.1001", ""))) < 6
    assert identity_numbers(pd.Series(["kosong", text, ""])).tolist() == [False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "32.76.11.1001",
        "32.76.11.1001 RT 001 RW 002",
        "32.76.11.1001-001-002",
        "Rp1.250.000.000.000",
        "0812-3456-7890",
        "2025-03-05 2025-04-06",
        "12/05/2024 - 11/06/2024",
        "SK 591/250/Kpts/Bapp/Huk/2015",
        "106.8181234567890",
        "KK-0001",
        "2021 2022 2023 2024",
        "",
        "RT 01, 02, 03, 04, 05, 06, 07, 08",
        "123456789012345",
        "KK-" + "0123456789" * 2,
    ][:-1],
)
def test_other_numbers_are_left_alone(text):
    assert not holds_identity_number(text) and mask(text) == text


@given(st.text(alphabet="0123456789 .-/abc\n", max_size=60))
def test_what_is_masked_holds_no_number_and_masking_twice_changes_nothing(text):
    once = mask(text)
    assert not holds_identity_number(once) and mask(once) == once
    assert not re.search(r"\d{16}", once)


@given(
    st.text(ANY, max_size=40).filter(lambda text: not re.search(r"[.,]", unicodedata.normalize("NFKC", text[-3:]))),
    st.text(ANY, max_size=40),
)
def test_sixteen_digits_between_any_texts_are_masked(before, after):  # behind "0." they are the decimals of a number
    assert NIK not in mask(before + NIK + after)


@pytest.mark.parametrize("text", ["", "12", "0" * 15, "0" * 17, "a" * 16, "\u0661" * 15])
def test_what_is_no_card_number_has_no_digits(text, key):
    assert card_digits(text) is None
    with pytest.raises(WrongUse) as caught:
        pseudonym(text, read_key(key))
    assert not text or text not in str(caught.value) or text == "12"
