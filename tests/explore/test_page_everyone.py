"""The explorer page in a real browser for everyone: the keyboard alone, a phone, contrast and names, one language, paper."""

import itertools
import json
import re

import pytest

from p2wkss_analysis.explore.texts.page import WORDS


def test_all_of_it_with_the_keyboard_alone(at, files):
    with at(files / "city.html") as page:
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
def test_a_phone_needs_no_sideways_scrolling(at, files, name):
    with at(files / f"{name}.html", 360, 740, has_touch=True, is_mobile=True) as page:
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
    levels = [int(tag[1]) for tag in page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map((e) => e.tagName)")]
    assert levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in itertools.pairwise(levels))
    assert page.evaluate("document.documentElement.lang") == ("en" if name == "open" else "id")
    assert page.locator("main").count() == 1 and page.locator("[role=status]").count() >= 1
    assert not page.evaluate(CONTRAST)


def all_words(page):
    return page.evaluate(
        "document.title + document.body.innerText + [...document.querySelectorAll('[aria-label], [placeholder]')].map((e) => (e.getAttribute('aria-label') || '') + ' ' + (e.placeholder || '')).join(' ')"
    )


@pytest.mark.parametrize("name", ["open", "city"])
def test_the_page_speaks_one_language_and_after_a_click_the_other(at, files, name):
    with at(files / f"{name}.html") as page:
        own, other = ("en", "id") if name == "open" else ("id", "en")
        page.evaluate(
            "explorer.set({ weights: explorer.state().weights.map((_, a, all) => (a ? 0.2 / (all.length - 1) : 0.8)), year: 1, k: 3 })"
        )
        page.evaluate("explorer.settled()")
        before = page.evaluate("({ ...explorer.state(), ranking: explorer.ranking() ?? explorer.cannot().length > 0 })")
        for lang, silent in ((own, other), (other, own)):
            page.click(f"[data-lang={lang}]")
            page.evaluate("explorer.settled()")
            text = all_words(page)
            for sentence in (getattr(text, silent) for text in WORDS.values()):
                for piece in re.split(r"\{\w+\}", sentence):
                    piece = piece.strip(" .,:;()·")
                    assert len(piece) < 9 or piece not in text, piece
            assert not re.search(r"\{\w{2,}\}|undefined|NaN", text)
            assert page.evaluate("document.documentElement.lang") == lang
            assert page.locator("[aria-pressed=true]").text_content() == {"id": "Indonesia", "en": "English"}[lang]
            score = page.locator("#list tbody .figure").nth(1).text_content()
            assert ("," in score) == (lang == "id") and ("." in score) == (lang == "en")
        after = page.evaluate("({ ...explorer.state(), ranking: explorer.ranking() ?? explorer.cannot().length > 0 })")
        assert after == before | {"lang": other}
        page.wait_for_url(lambda url: f"lang={other}" in url)  # kept with the rest of the view
        page.reload()
        assert page.evaluate("explorer.settled().then(() => explorer.state())") == {
            name: value for name, value in after.items() if name != "ranking"
        }


def test_synthetic_data_say_so_in_every_view_and_on_paper(at, files):
    with at(files / "city.html") as page:
        notice = page.locator(".synthetic")
        for action in ("scrollTo(0, 99999)", "scrollTo(0, 600)"):
            page.evaluate(action)
            box = notice.bounding_box()
            assert 0 <= box["y"] < 5 and "DATA SINTETIS" in notice.text_content()
        page.emulate_media(media="print")
        assert notice.evaluate("e => getComputedStyle(e).display") == "table-header-group"  # repeated on every sheet
        assert not page.locator(".controls").is_visible()
        assert not page.locator(".language").is_visible()
        assert (
            page.locator("#ledger").evaluate("e => getComputedStyle(e).display") == "block"
        )  # torn between sheets, a grid is cut
        page.emulate_media(media="screen")
    with at(files / "open.html", 360, 640) as page:
        assert page.locator(".synthetic").count() == 0


def test_the_data_block_is_all_the_page_knows(files):
    content = json.loads(
        re.search(r'id="data">(.*?)</script>', (files / "city.html").read_text(encoding="utf-8"), re.DOTALL).group(1)
    )
    assert set(content) == {"lang", "synthetic", "words", "palette", "layers", "ledgers"}
