"""The explorer page in a real browser with the network cut: it ranks as the library does, and hand, mouse and eye can use it."""

import json
import re
import shutil
from collections import Counter
from contextlib import contextmanager

import numpy as np
import pandas as pd
import pytest
from scipy.special import gammaincinv

import p2wkss_analysis as p2
from p2wkss_analysis.errors import P2wkssError
from p2wkss_analysis.reporting.explorer.city_layer import city_layer
from p2wkss_analysis.reporting.explorer.open_layers import open_layers
from p2wkss_analysis.reporting.explorer.page import render
from p2wkss_analysis.reporting.explorer.words import WORDS
from p2wkss_analysis.targeting.scoring import summands
from p2wkss_analysis.targeting.stability import alternatives
from p2wkss_analysis.targeting.topk import top_k_counts

BROWSER = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: the page itself cannot be tried")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WEIGHTS = {
    2: ([0.5, 0.5], [0.2, 0.8], [0, 1], [1 / 3, 2 / 3]),
    3: ([1 / 3] * 3, [0.6, 0.2, 0.2], [0.2, 0.5, 0.3], [1, 0, 0], [0, 0.37, 0.63]),
}


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def city(checked):
    """The city's layer as Python has it."""
    return city_layer(checked, "id")


@pytest.fixture(scope="module")
def layers():
    return {layer.key: layer for layer in open_layers("en")}


@pytest.fixture(scope="module")
def files(open_content, city_content, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, content in (("open", open_content), ("city", city_content)):
        (folder / f"{name}.html").write_text(render(content), encoding="utf-8")
    return folder


@contextmanager
def at(browser, file, width=1280, height=900, address="", **options):
    """The page with the network cut; at the end nothing was asked of it and nothing was complained of."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    context.set_offline(True)
    page, troubles, asked = context.new_page(), [], []
    page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri() + address)
    page.evaluate("explorer.settled()")
    yield page
    assert not troubles
    assert all(url.startswith((file.as_uri(), "blob:")) for url in asked), asked
    context.close()


@pytest.fixture(scope="module")
def opened(browser, files):
    with at(browser, files / "open.html") as page:
        yield page


@pytest.fixture(scope="module")
def city_page(browser, files):
    with at(browser, files / "city.html") as page:
        yield page


def show(page, layer_at=None, **patch):
    """Set the page's state and wait until everything, chances too, is drawn."""
    if layer_at is not None:
        page.evaluate("at => explorer.open(at)", layer_at)
    page.evaluate("patch => explorer.set(patch)", patch)
    page.evaluate("explorer.settled()")
    return page.evaluate("explorer.state()")


def library(layer, state):
    """The library's ranking for what the page shows."""
    table = layer.of_year(state["year"], state["everyone"])
    if state["scope"]:
        table = table[table["area_code"].str.startswith(state["scope"] + ".")]
    return p2.need_index(
        table, layer.specification.changed(weights=dict(zip(layer.aspects, state["weights"], strict=True)))
    )


def assert_same(page, ranking):
    shown = page.evaluate("explorer.ranking()")
    order = ranking.order
    assert [code for code, _, _ in shown] == list(ranking.codes[order])
    assert [rank for _, rank, _ in shown] == list(ranking.rank[order])
    np.testing.assert_allclose([score for _, _, score in shown], ranking.score[order], rtol=0, atol=1e-9)


# --- the same ranking, the same chance -------------------------------------------------------------------------


@pytest.mark.parametrize(("at_layer", "key"), [(0, "regencies"), (1, "desa")])
def test_the_ranking_is_the_library_s_for_a_grid_of_weights(opened, layers, at_layer, key):
    layer = layers[key]
    show(opened, at_layer)
    for n, weights in enumerate(WEIGHTS[len(layer.aspects)]):
        year = layer.years[-1 - n % 2]
        state = show(opened, weights=weights, year=layer.years.index(year), everyone=bool(n % 2))
        assert_same(opened, library(layer, state))


def test_the_ranking_of_the_city_and_of_one_kabupaten_alone(city_page, city, opened, layers):
    for n, weights in enumerate(WEIGHTS[3]):
        assert_same(city_page, library(city, show(city_page, weights=weights, year=len(city.years) - 1 - n)))
    layer = layers["desa"]
    for scope in (3, 20):
        state = show(opened, 1, scope=scope, weights=[0.2, 0.5, 0.3])
        assert state["scope"] in layer.scopes
        assert_same(opened, library(layer, state))


def test_a_year_that_cannot_be_ranked_says_so_where_the_library_does(opened, layers):
    layer, seen = layers["desa"], set()
    show(opened, 1)
    for scope in range(0, len(layer.scopes), 4):
        for year in (0, 3):
            state = show(opened, scope=scope, year=year)
            try:
                ranking = library(layer, state)
            except P2wkssError:
                assert opened.evaluate("explorer.ranking()") is None and opened.evaluate("explorer.cannot()")
                assert opened.locator("#headline").text_content() == opened.evaluate("explorer.cannot()")
                seen.add("cannot")
            else:
                assert_same(opened, ranking)
                seen.add("can")
    assert seen == {"can", "cannot"}


@pytest.mark.parametrize(("which", "k"), [("regencies", 5), ("desa", 2), ("city", 3)])
def test_the_chance_is_that_of_stability(opened, city_page, layers, city, which, k):
    """Exactly on the page's own draws; within Monte Carlo error on the library's."""
    page, layer = (city_page, city) if which == "city" else (opened, layers[which])
    state = show(page, None if which == "city" else ["regencies", "desa"].index(which), k=k)
    ranking = library(layer, state)
    shown = dict(page.evaluate("explorer.chances()"))
    chance = np.array([shown[code] for code in ranking.codes])
    assert chance.sum() == pytest.approx(k)
    counts, width = np.zeros(len(chance)), len(layer.specification.columns)
    for way, spec in enumerate(alternatives(ranking.specification, None, None)):
        draws = np.array(page.evaluate("way => explorer.draws(way)", way)).reshape(-1, width)
        assert np.allclose(draws.sum(axis=1), 1)
        counts += top_k_counts(summands(ranking.values, spec), draws, k)
    np.testing.assert_allclose(chance, counts / 2000, atol=1e-12)
    np.testing.assert_allclose(chance, ranking.stability(k).probability, atol=0.025)


def test_the_draws_follow_the_gamma_distribution(opened):
    shares, shapes = [1e-6, 0.001, 0.05, 0.3, 0.5, 0.8, 0.99, 1 - 1e-6], [0.05, 0.4, 0.999, 1, 1.7, 6.7, 13.3, 20]
    got = opened.evaluate("([p, a]) => p.map((x) => a.map((y) => explorer.quantile(x, y)))", [shares, shapes])
    np.testing.assert_allclose(
        got, gammaincinv(np.array(shapes)[None], np.array(shares)[:, None]), rtol=1e-8, atol=1e-300
    )


def test_the_reasons_are_those_of_explain(city_page, city):
    state = show(city_page, weights=[0.5, 0.3, 0.2], k=3)
    ranking = library(city, state)
    for place in (0, 2, 3, 20):
        code = ranking.codes[ranking.order[place]]
        show(city_page, place=int(np.flatnonzero(city.areas["area_code"] == code)[0]))
        why, truth = city_page.evaluate("explorer.explain()"), ranking.explain(code, 3)
        rows = truth.rows.set_index("indicator").loc[ranking.specification.columns]
        assert why["rival"] == truth.rival
        np.testing.assert_allclose(why["median"], rows["against_median"], atol=1e-9)
        np.testing.assert_allclose(why["rival_parts"], rows["against_runner_up"], atol=1e-9)


# --- hand and keyboard ----------------------------------------------------------------------------------------


def test_sliders_by_keyboard_keep_the_sum_and_rank_anew(browser, files, city):
    with at(browser, files / "city.html") as page:
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
        assert page.evaluate("explorer.settled().then(() => explorer.state().weights)") == pytest.approx(
            [0.01, 0, 0.99]
        )
        page.click("#reset")
        assert page.evaluate("explorer.settled().then(() => explorer.state().weights)") == pytest.approx([1 / 3] * 3)


def test_the_triangle_by_mouse_and_by_arrow_keys(browser, files):
    with at(browser, files / "city.html") as page:
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


def test_the_dark_area_is_where_the_selected_place_is_chosen(browser, files, city):
    with at(browser, files / "city.html") as page:
        state = page.evaluate("explorer.state()")
        cells = page.evaluate("explorer.triangle()")
        some = cells[::40]
        for weights, dark in some:
            ranking = library(city, {**state, "weights": list(np.array(weights) / sum(weights))})
            assert dark == (state["place"] in ranking.codes[ranking.top(state["k"])])
        assert 0 < sum(dark for _, dark in cells)


def test_years_the_number_and_the_address_kept(browser, files, layers):
    with at(browser, files / "open.html") as page:
        page.focus("#year")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        page.evaluate("explorer.settled()")
        assert page.locator("#year-now").text_content() == "2022"
        page.fill("#k", "3")
        state = page.evaluate("explorer.settled().then(() => explorer.state())")
        assert (state["year"], state["k"]) == (2022, 3)
        assert_same(page, library(layers["regencies"], state))
        assert page.locator("#list tbody tr.chosen").count() == 3
        page.wait_for_timeout(700)
        page.reload()
        assert page.evaluate("explorer.settled().then(() => explorer.state())") == state
    with at(browser, files / "open.html", address="#layer=none&year=1066&weights=a,b&k=-3&place=<b>&scope=99") as page:
        assert page.evaluate("explorer.state().year") == 2024


def test_map_and_plane_are_linked_by_place_and_by_colour(browser, files):
    with at(browser, files / "city.html") as page:
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
            assert page.evaluate("explorer.spot(explorer.state().place, '%s')" % other)
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


def test_each_way_of_colouring_has_its_legend(opened):
    show(opened, 0)
    for value in opened.locator("#colour option").evaluate_all("options => options.map((o) => o.value)"):
        opened.select_option("#colour", value)
        opened.evaluate("explorer.settled()")
        assert opened.evaluate("explorer.state().colour") == value
        assert opened.locator("#legend .entry").count() >= 4
    opened.select_option("#colour", "rank")


def test_the_card_tells_history_sites_and_nothing_runs(browser, files, city, nasty):
    with at(browser, files / "city.html") as page:
        site = city.sites[city.sites["text"].str.contains("onerror")].iloc[0]
        page.evaluate("code => explorer.go(code)", site["area_code"])
        page.evaluate("explorer.settled()")
        card = page.locator("#card").text_content()
        assert nasty.replace("\u2028", "\n") in card and page.evaluate("window.hacked") is None and page.locator("img").count() == 0
        assert str(int(site["year"])) in card and WORDS["card_barred"][0] in card
        assert page.locator("#card .history").count() == len(city.columns)
        page.check("#everyone")
        page.evaluate("explorer.settled()")
        assert WORDS["why"][0] in page.locator("#card").text_content()
        assert page.locator("#card .reasons tbody tr").count() == 2 * len(city.columns)


def test_the_file_taken_away_is_the_ranking_and_no_formula(browser, files, city):
    with at(browser, files / "city.html", accept_downloads=True) as page:
        with page.expect_download() as download:
            page.click("#download")
        text = open(download.value.path(), encoding="utf-8-sig").read()
        notice, _, rest = text.partition("\n")
        assert "DATA SINTETIS" in notice
        from io import StringIO

        table = pd.read_csv(StringIO(rest), dtype={"area_code": str})
        ranking = library(city, page.evaluate("explorer.state()"))
        assert table["area_code"].tolist() == list(ranking.codes[ranking.order])
        assert page.evaluate("['=1+1', '@x', '-2', '-2+3', 'a,b', 'a;=1'].map(explorer.cell)") == ["'=1+1", "'@x", "-2", "'-2+3", '"a,b"', "a;'=1"]


# --- everyone -------------------------------------------------------------------------------------------------


def test_all_of_it_with_the_keyboard_alone(browser, files):
    with at(browser, files / "city.html") as page:
        reached, rings = [], []
        for _ in range(60):
            page.keyboard.press("Tab")
            found = page.evaluate("""() => { const e = document.activeElement, s = getComputedStyle(e);
                return [e.id || e.className.baseVal || e.className || e.tagName, s.outlineStyle !== 'none' || Number.parseFloat(s.strokeWidth) >= 4]; }""")
            if found[0] == "BODY":
                break
            reached.append(found[0])
            rings.append(found[1])
        assert {
            "skip",
            "year",
            "k",
            "everyone",
            "colour",
            "find",
            "map",
            "plane",
            "axis-x",
            "handle",
            "weight-0",
            "weight-2",
            "reset",
            "name",
            "more",
            "download",
        } <= set(reached)
        assert all(rings), [name for name, ring in zip(reached, rings, strict=True) if not ring]
        page.focus("#find")
        page.keyboard.type("cit")
        assert page.locator("#found [role=option]").count() >= 1
        page.keyboard.press("Enter")
        page.evaluate("explorer.settled()")
        assert page.locator("#card-title").text_content().lower().startswith("cit")
        page.locator("#list .name").first.focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.evaluate("explorer.settled()")
        assert page.evaluate("explorer.state().place") == page.evaluate("explorer.ranking()[1][0]")


@pytest.mark.parametrize("name", ["open", "city"])
def test_a_phone_needs_no_sideways_scrolling(browser, files, name):
    with at(browser, files / f"{name}.html", 360, 740, has_touch=True, is_mobile=True) as page:
        for layer in range(page.locator("input[name=layer]").count() or 1):
            if name == "open":
                page.evaluate("n => explorer.open(n)", layer)
            page.evaluate("explorer.settled()")
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            wide = page.evaluate("""() => [...document.querySelectorAll('main *, header *, .controls *')].filter((e) => e.getClientRects().length
                && e.getBoundingClientRect().right > 361 && !e.closest('svg, .unseen')).map((e) => e.id || e.className)""")
            assert not wide
        small = page.evaluate("""() => [...document.querySelectorAll('button, select, input')].filter((e) => e.getClientRects().length)
            .map((e) => [e.id, e.getBoundingClientRect()]).filter(([, b]) => b.height < 24 && b.width < 24).map(([id]) => id)""")
        assert [s for s in small if s not in ("everyone",)] == []  # a tick box counts with its label


CONTRAST = """() => {
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const low = [];
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!own || !node.getClientRects().length || ['SCRIPT', 'STYLE', 'OPTION'].includes(node.tagName) || node.closest('[hidden], .unseen')) continue;
    const style = getComputedStyle(node), svg = node.namespaceURI.endsWith('svg');
    let back = [255, 255, 255], up = node;
    while (up) { const c = parse(getComputedStyle(up).backgroundColor); if (c.length === 3 || c[3] > 0) { back = c; break; } up = up.parentElement; }
    if (svg && node.closest('.legend')) continue;  // on swatches of the palette, tested there
    const [a, b] = [light(parse(svg ? style.fill : style.color)), light(back)], ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push([node.tagName, node.className.baseVal || node.className, node.textContent.slice(0, 30), ratio.toFixed(2)]);
  }
  return low;
}"""


@pytest.mark.parametrize("name", ["open", "city"])
def test_names_roles_order_and_contrast(opened, city_page, name):
    page = opened if name == "open" else city_page
    nameless = page.evaluate("""() => [...document.querySelectorAll('button, input, select, a, summary, canvas, [tabindex="0"], svg[role], [role=slider]')]
        .filter((e) => !(e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && [...e.labels].some((l) => l.textContent.trim())))).map((e) => e.outerHTML.slice(0, 80))""")
    assert not nameless
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))
    pointed = page.evaluate(
        "[...document.querySelectorAll('[for], [aria-labelledby], [aria-describedby], [aria-controls]')].flatMap((e) => ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].map((n) => e.getAttribute(n)).filter(Boolean))"
    )
    assert set(pointed) <= set(ids)
    levels = [
        int(tag[1]) for tag in page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map((e) => e.tagName)")
    ]
    assert levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))
    assert page.evaluate("document.documentElement.lang") == ("en" if name == "open" else "id")
    assert page.locator("main").count() == 1 and page.locator("[role=status]").count() >= 1
    assert not page.evaluate(CONTRAST)


def test_each_page_speaks_one_language(opened, city_page):
    other = {"open": [id_ for id_, en in WORDS.values()], "city": [en for id_, en in WORDS.values()]}
    for page, wrong in ((opened, other["open"]), (city_page, other["city"])):
        text = page.evaluate(
            "document.body.innerText + [...document.querySelectorAll('[aria-label], [placeholder]')].map((e) => (e.getAttribute('aria-label') || '') + ' ' + (e.placeholder || '')).join(' ')"
        )
        for sentence in wrong:
            for piece in re.split(r"\{\w+\}", sentence):
                piece = piece.strip(" .,:;()·")
                assert len(piece) < 9 or piece not in text, piece
        assert not re.search(r"\{\w{2,}\}|undefined|NaN", text)


def test_synthetic_data_say_so_in_every_view_and_on_paper(browser, files):
    with at(browser, files / "city.html") as page:
        notice = page.locator(".synthetic")
        for action in ("scrollTo(0, 99999)", "scrollTo(0, 600)"):
            page.evaluate(action)
            box = notice.bounding_box()
            assert 0 <= box["y"] < 5 and "DATA SINTETIS" in notice.text_content()
        page.emulate_media(media="print")
        assert notice.evaluate("e => getComputedStyle(e).display") == "table-header-group"  # repeated on every sheet
        assert not page.locator(".controls").is_visible()
        page.emulate_media(media="screen")
    with at(browser, files / "open.html", 360, 640) as page:
        assert page.locator(".synthetic").count() == 0


def test_the_data_block_is_all_the_page_knows(files):
    content = json.loads(
        re.search(r'id="data">(.*?)</script>', (files / "city.html").read_text(encoding="utf-8"), re.S).group(1)
    )
    assert set(content) == {"lang", "locale", "title", "synthetic", "words", "palette", "layers", "ledgers"}
