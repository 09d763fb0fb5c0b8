"""The explorer page in a real browser under hand and mouse: sliders, triangle, map, card, address and the file taken away."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from p2wkss_analysis.explore.texts.page import WORDS
from p2wkss_analysis.tables.open_file import read_table


def test_sliders_by_keyboard_keep_the_sum_and_rank_anew(at, files, city, library, assert_same):
    with at(files / "city.html") as page:
        first = page.locator("#list tbody tr").first.text_content()
        page.focus("#weight-2")
        for _ in range(60):
            page.keyboard.press("ArrowRight")
        page.evaluate("explorer.settled()")
        state = page.evaluate("explorer.state()")
        assert state["weights"][2] == pytest.approx(0.93, abs=0.011) and sum(state["weights"]) == pytest.approx(1)
        assert state["weights"][0] == pytest.approx(state["weights"][1])
        assert page.locator("#list tbody tr").first.text_content() != first
        assert_same(page, library(city, state))
        page.keyboard.press("End")
        page.evaluate("explorer.settled()")
        assert page.evaluate("explorer.state().weights") == [0, 0, 1]
        page.focus("#weight-0")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("explorer.settled().then(() => explorer.state().weights)") == pytest.approx([0.01, 0, 0.99])
        page.click("#reset")
        assert page.evaluate("explorer.settled().then(() => explorer.state().weights)") == pytest.approx([1 / 3] * 3)


def test_the_triangle_by_mouse_and_by_arrow_keys(at, files):
    with at(files / "city.html") as page:
        box = page.locator("#triangle").bounding_box()
        scale = box["width"] / 320
        page.mouse.move(box["x"] + 160 * scale, box["y"] + 178 * scale)
        page.mouse.down()
        page.mouse.move(box["x"] + 90 * scale, box["y"] + 140 * scale, steps=4)
        page.mouse.up()
        weights = page.evaluate("explorer.settled().then(() => explorer.state().weights)")
        assert weights == pytest.approx([0.5, 0.5, 0], abs=0.02)
        assert page.locator("#share-0").text_content() == "50%"
        assert page.evaluate("document.activeElement.getAttribute('role')") == "slider"
        for _ in range(8):
            page.keyboard.press("ArrowUp")
        assert page.evaluate("explorer.settled().then(() => explorer.state().weights[0])") > weights[0] + 0.1


def test_the_dark_area_is_where_the_selected_place_is_chosen(at, files, city, library):
    with at(files / "city.html") as page:
        state = page.evaluate("explorer.state()")
        cells = page.evaluate("explorer.triangle()")
        some = cells[::40]
        for weights, dark in some:
            ranking = library(city, {**state, "weights": list(np.array(weights) / sum(weights))})
            assert dark == (state["place"] in ranking.codes[ranking.top(state["k"])])
        assert 0 < sum(dark for _, dark in cells)


def test_years_the_number_and_the_address_kept(at, files, layers, library, assert_same):
    with at(files / "open.html") as page:
        page.focus("#year")
        for _ in range(3):
            page.keyboard.press("ArrowLeft")
        page.evaluate("explorer.settled()")
        assert page.locator("#year-now").text_content() == "2022"
        page.fill("#k", "3")
        state = page.evaluate("explorer.settled().then(() => explorer.state())")
        assert (state["year"], state["k"]) == (2022, 3)
        assert_same(page, library(layers["regencies"], state))
        assert page.locator("#list tbody tr.chosen").count() == 3
        page.wait_for_url(lambda url: "year=2022&k=3" in url)  # kept a moment after the last change
        page.reload()
        assert page.evaluate("explorer.settled().then(() => explorer.state())") == state
    with at(files / "open.html", address="#layer=none&year=1066&weights=a,b&k=-3&place=<b>&scope=99") as page:
        assert page.evaluate("explorer.state().year") == 2025


def test_map_and_plane_are_linked_by_place_and_by_colour(at, files):
    with at(files / "city.html") as page:
        page.evaluate("explorer.set({ everyone: true })")
        ranking = page.evaluate("explorer.settled().then(() => explorer.ranking())")
        lonely = page.evaluate("explorer.ranking().map(([code]) => [code, ...explorer.spot(code, 'plane')])")
        apart = [min(np.hypot(x - a, y - b) for other, a, b in lonely if other != code) for code, x, y in lonely]
        for code, board, other in (
            (lonely[int(np.argmax(apart))][0], "plane", "map"),
            (ranking[20][0], "map", "plane"),
        ):
            page.locator(f"#{board}").scroll_into_view_if_needed()
            box, (x, y) = (
                page.locator(f"#{board}").bounding_box(),
                page.evaluate("([c, b]) => explorer.spot(c, b)", [code, board]),
            )
            page.mouse.click(box["x"] + x, box["y"] + y)
            page.evaluate("explorer.settled()")
            assert page.evaluate("explorer.state().place") == code
            assert page.locator("#list tr.selected .name").get_attribute("data-place") == code
            assert page.evaluate(f"explorer.spot(explorer.state().place, '{other}')")
        assert page.locator(".tip:not([hidden])").count() == 1 and page.locator(".ring:not([hidden])").count() == 2
        page.locator("#list .name").nth(2).focus()
        rings = [
            page.locator(f"#{board}-ring").evaluate("e => [parseFloat(e.style.left), parseFloat(e.style.top)]")
            for board in ("map", "plane")
        ]
        assert rings == [
            pytest.approx(page.evaluate("([c, b]) => explorer.spot(c, b)", [ranking[2][0], board]), abs=1)
            for board in ("map", "plane")
        ]
        code = lonely[int(np.argsort(apart)[-2])][0]
        wanted = page.evaluate("code => explorer.colour(code)", code)
        for board, reach in (("map", 12), ("plane", 2)):  # of a tile most of it: its name is drawn with whatever font there is
            x, y = page.evaluate("([c, b]) => explorer.spot(c, b)", [code, board])
            pixels = page.evaluate(
                "([b, x, y, r]) => Array.from(document.getElementById(b).getContext('2d').getImageData(x - r, y - r, 2 * r + 1, 2 * r + 1).data)",
                [board, round(x), round(y), reach],
            )
            shown = Counter("#" + "".join(f"{v:02x}" for v in pixels[i : i + 3]) for i in range(0, len(pixels), 4))
            assert shown.most_common(1)[0][0] == wanted, board
        page.focus("#map")
        before = page.evaluate("explorer.state().place")
        for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
            page.keyboard.press(key)
        page.evaluate("explorer.settled()")
        page.keyboard.press("Home")
        assert page.evaluate("explorer.settled().then(() => explorer.state().place)") == ranking[0][0] != before
        assert page.locator("#announce").text_content()


def test_each_way_of_colouring_has_its_legend(opened, show):
    show(opened, 0)
    for value in opened.locator("#colour option").evaluate_all("options => options.map((o) => o.value)"):
        opened.select_option("#colour", value)
        opened.evaluate("explorer.settled()")
        assert opened.evaluate("explorer.state().colour") == value
        assert opened.locator("#legend .entry").count() >= 4
    opened.select_option("#colour", "rank")


def test_the_card_tells_history_sites_and_nothing_runs(at, files, city, nasty):
    with at(files / "city.html") as page:
        site = next(site for _, site in city.sites.iterrows() if "onerror" in site["text"].say("id"))
        page.evaluate("code => explorer.go(code)", site["area_code"])
        page.evaluate("explorer.settled()")
        card = page.locator("#card").text_content()
        assert (
            nasty.replace("\u2028", "\n") in card and page.evaluate("window.hacked") is None and page.locator("img").count() == 0
        )
        assert str(int(site["year"])) in card and WORDS["card_barred"].id in card
        assert page.locator("#card .history").count() == len(city.columns)
        page.check("#everyone")
        page.evaluate("explorer.settled()")
        assert WORDS["why"].id in page.locator("#card").text_content()
        assert page.locator("#card .reasons tbody tr").count() == 2 * len(city.columns)


def test_the_file_taken_away_is_the_ranking_and_no_formula(at, files, city, library, tmp_path):
    with at(files / "city.html", accept_downloads=True) as page:
        with page.expect_download() as download:
            page.click("#download")
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert "DATA SINTETIS" in text.partition("\n")[0]
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
        table = read_table(tmp_path / "a.csv", numbers=["score"], codes=["area_code"])
        ranking = library(city, page.evaluate("explorer.state()"))
        assert table["area_code"].tolist() == list(ranking.codes[ranking.order])
        np.testing.assert_allclose(table["score"], ranking.score[ranking.order], atol=1e-6)
        assert page.evaluate("['=1+1', '@x', '-2', '-2+3', 'a,b', 'a;=1'].map(explorer.cell)") == [
            "'=1+1",
            "'@x",
            "-2",
            "'-2+3",
            '"a,b"',
            '"a;\'=1"',
        ]
