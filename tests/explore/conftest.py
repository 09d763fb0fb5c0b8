"""What the tests of the explorer share: a made city whose workbook carries a decree that tries to be a program, both pages, and a
browser with the network cut that opens them. Without a browser those tests are skipped."""

import shutil
from contextlib import contextmanager
from functools import partial

import numpy as np
import openpyxl
import pytest

import p2wkss_analysis as p2
from p2wkss_analysis.city.answers import CityAnswers
from p2wkss_analysis.explore.city_layer import city_layer
from p2wkss_analysis.explore.open_layers import open_layers
from p2wkss_analysis.explore.page import gather, render
from p2wkss_analysis.tables.workbook.check import check

BROWSER = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
NASTY = '</script><img src=x onerror="window.hacked=1"> {n} $& \u2028 =1+1'


@pytest.fixture(scope="session")
def nasty():
    return NASTY


@pytest.fixture(scope="session")
def workbook(tmp_path_factory):
    path = p2.simulate_city("36.72", seed=3).write(tmp_path_factory.mktemp("city") / "cilegon.xlsx", "id")
    book = openpyxl.load_workbook(path)
    sheet = next(s for s in book if "decree" in [c.value for c in s[1]])
    names = [c.value for c in sheet[1]]
    row = next(r for r in range(8, sheet.max_row + 1) if sheet.cell(r, names.index("year") + 1).value)
    sheet.cell(row, names.index("decree") + 1).value = NASTY
    sheet.cell(row, names.index("note") + 1).value = "usulan Ibu Siti"
    book.save(path)
    return path


@pytest.fixture(scope="session")
def checked(workbook):
    return check(workbook, "en")


@pytest.fixture(scope="session")
def city_answers(checked):
    """The city asked once for page, ranking and breakdown of the change."""
    return CityAnswers(checked)


@pytest.fixture(scope="session")
def city_content(city_answers):
    return gather(city_answers, "id")


@pytest.fixture(scope="session")
def open_content():
    return gather(None, "en")


@pytest.fixture(scope="session")
def highland_content():
    return gather(None, "en", province="Papua Pegunungan")


# --- as Python has them -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def city(city_answers):
    """The city's layer."""
    return city_layer(city_answers)


@pytest.fixture(scope="session")
def layers():
    return {layer.key: layer for layer in open_layers()}


@pytest.fixture(scope="session")
def library():
    """A function: the library's ranking of a layer for what the page shows."""

    def ranked(layer, state):
        table = layer.of_year(state["year"], state["everyone"])
        if state["scope"]:
            table = table[table["area_code"].str.startswith(state["scope"] + ".")]
        return p2.need_index(table, layer.specification.changed(weights=dict(zip(layer.aspects, state["weights"], strict=True))))

    return ranked


@pytest.fixture(scope="session")
def assert_same():
    """A function: the page shows this ranking of the library."""

    def compared(page, ranking):
        shown = page.evaluate("explorer.ranking()")
        order = ranking.order
        assert [code for code, _, _ in shown] == list(ranking.codes[order])
        assert [rank for _, rank, _ in shown] == list(ranking.rank[order])
        np.testing.assert_allclose([score for _, _, score in shown], ranking.score[order], rtol=0, atol=1e-9)

    return compared


# --- in a browser -------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def files(open_content, city_content, highland_content, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, content in (("open", open_content), ("city", city_content), ("highland", highland_content)):
        (folder / f"{name}.html").write_text(render(content), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser():
    """One a file of tests: the loop it runs in must not live on among those of others."""
    if BROWSER is None:
        pytest.skip("no Chromium here: the page itself cannot be tried")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def at(browser):
    """A function that opens a file as a page."""
    return partial(visit, browser)


@contextmanager
def visit(browser, file, width=1280, height=900, address="", **options):
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
def opened(at, files):
    with at(files / "open.html") as page:
        yield page


@pytest.fixture(scope="module")
def city_page(at, files):
    with at(files / "city.html") as page:
        yield page


@pytest.fixture(scope="session")
def show():
    """A function: set the page's state and wait until everything, chances too, is drawn."""

    def shown(page, layer_at=None, **patch):
        if layer_at is not None:
            page.evaluate("at => explorer.open(at)", layer_at)
        page.evaluate("patch => explorer.set(patch)", patch)
        page.evaluate("explorer.settled()")
        return page.evaluate("explorer.state()")

    return shown
