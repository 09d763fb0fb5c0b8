"""Names on the explorer's map and plane, the search by name, and what has moved: what an eye looks for, in a real browser."""

import pytest


@pytest.fixture(scope="module")
def pages(browser, files):
    """A function that opens a page at a width."""

    def opened(name, width):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto((files / f"{name}.html").as_uri())
        page.evaluate("explorer.settled()")
        return page

    return opened


@pytest.mark.parametrize("name", ["open", "city"])
def test_every_tile_has_its_name_on_a_desk_and_its_rank_on_a_phone(pages, name):
    page = pages(name, 1280)
    names = page.evaluate("explorer.names()")
    assert len(names["written"]) >= 0.95 * names["places"] and not names["numbered"]  # a long one may not fit in a wide font
    assert not page.locator("#map-numbers").is_visible()
    page = pages(name, 360)
    names = page.evaluate("explorer.names()")
    assert names["numbered"] and names["written"] == [] and page.locator("#map-numbers").is_visible()


@pytest.mark.parametrize(
    "word, parts",
    [
        ("Leuwinanggung", "Leu-wi-nang-gung"),
        ("Pengasinan", "Pe-nga-si-nan"),
        ("Pangandaran", "Pa-ngan-da-ran"),
        ("Rangkapan", "Rang-ka-pan"),
        ("Beji", "Beji"),
    ],
)
def test_long_words_are_divided_between_syllables(pages, word, parts):
    """By the rules of the Pedoman Umum Ejaan Bahasa Indonesia (EYD V, kata dasar), at least three letters carried over."""
    cuts = pages("city", 1280).evaluate("word => explorer.syllables(word)", word)
    cut = "-".join(word[a:b] for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True))
    assert cut == parts


def test_a_search_shows_what_begins_so_in_alphabetical_order_inside_the_window(pages):
    page = pages("city", 1280)
    page.fill("#find", "ci")
    shown = page.locator("#found li span").all_text_contents()
    begin = [name for name in shown if name.lower().startswith("ci")]
    assert len(begin) > 1 and begin == sorted(begin) == shown[: len(begin)]
    box = page.locator("#found").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 1280
    page.press("#find", "Enter")
    page.evaluate("explorer.settled()")
    assert page.locator("#card-title").text_content() == shown[0]


@pytest.mark.parametrize(
    ("name", "typed", "found"),
    [
        ("open", "kab serang", ["Kab. Serang"]),
        ("open", "KABUPATEN SERANG", ["Kab. Serang"]),
        ("open", "kotaserang", ["Kota Serang"]),
        ("open", "sérang", ["Kab. Serang", "Kota Serang"]),
        ("open", "3276", ["Kota Depok"]),
        ("city", "kebonDALEM", ["Kebon Dalem"]),
        ("city", "kel. kubang-sari", ["Kubangsari"]),
        ("city", "36.72.01.1002", None),
        ("city", "3672011002", None),
        ("city", "...", []),
    ],
)
def test_a_place_is_found_however_it_is_typed(pages, name, typed, found):
    page = pages(name, 1280)
    page.fill("#find", typed)
    shown = page.locator("#found li span").all_text_contents()
    if found is None:
        page.press("#find", "Enter")
        assert page.evaluate("explorer.settled().then(() => explorer.state().place)") == "36.72.01.1002" and len(shown) == 1
    else:
        assert shown == found


def test_nothing_is_said_of_moves_until_a_place_has_moved(pages):
    page = pages("city", 1280)
    assert set(page.locator("#list tbody .moved").all_text_contents()) == {""}
    assert not page.locator("#list thead .moved").is_visible() and not page.locator("#moved-note").is_visible()
    page.evaluate("explorer.set({weights: [1, 0, 0]})")
    page.evaluate("explorer.settled()")
    assert any(text[:1] in "▲▼" for text in page.locator("#list tbody .moved").all_text_contents() if text)
    assert page.locator("#list thead .moved").evaluate("e => getComputedStyle(e).visibility") == "visible"
    assert page.locator("#moved-note").evaluate("e => e.hidden") is False
    page.locator("#reset").click()
    page.evaluate("explorer.settled()")
    assert set(page.locator("#list tbody .moved").all_text_contents()) == {""}
