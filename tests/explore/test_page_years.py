"""The years of a province in a real browser: every figure of the table as published, breaks said, the slider by key and by play."""

from urllib.parse import parse_qs, urlsplit

import pytest

from p2wkss_analysis.indicators.published.by_year import one_method_a_year
from p2wkss_analysis.tables.intake import load

TABLE = """() => [...document.querySelectorAll("#figures-box tr")].map((row) => [...row.cells].map((cell) => cell.textContent))"""


@pytest.fixture(scope="module")
def highland(at, files):
    with at(files / "highland.html", reduced_motion="reduce") as page:
        yield page


def test_the_table_shows_every_figure_as_published(highland, highland_content):
    rows = load("regency_indicators")
    rows = rows[rows["area_code"].str.startswith("95.") & (rows["year"] >= 2010)]
    highland.evaluate("document.getElementById('figures').open = true")
    layer = highland_content["layers"][0]
    for column in layer["columns"]:
        highland.evaluate("key => explorer.set({ colour: 'column:' + key })", column["key"])
        highland.evaluate("explorer.settled()")
        head, *body = highland.evaluate(TABLE)
        own = one_method_a_year(rows[rows["indicator"] == column["key"]])
        wide = own.pivot(index="area_code", columns="year", values="value")
        assert [int(year) for year in head[1:]] == list(wide.columns)
        for row, (_, values) in zip(body, wide.reindex(layer["codes"]).iterrows(), strict=True):
            shown = [cell.strip("| *°").replace(",", "") for cell in row[1:]]
            wanted = ["–" if value != value else f"{value:.{column['digits']}f}" for value in values]
            assert shown == wanted, (column["key"], row)


def test_the_slider_tells_what_cannot_be_compared_and_the_address_keeps_the_view(highland):
    highland.evaluate("explorer.set({ colour: 'column:poverty_rate', year: 15, x: 5 })")
    highland.evaluate("explorer.settled()")
    note = highland.locator("#year-note")
    assert "figures of 2025 cannot be compared with earlier years" in note.text_content()
    assert "samples in highland Papua are small" in note.text_content()
    highland.focus("#year")
    highland.keyboard.press("Home")
    highland.evaluate("explorer.settled()")
    assert highland.evaluate("explorer.state().year") == 2010
    assert highland.get_attribute("#year", "aria-valuetext") == "2010"
    assert "figures of 2010–2012 cannot be compared with 2013 and later" in note.text_content()
    highland.wait_for_url(lambda url: "year=2010" in url)
    kept = parse_qs(urlsplit(highland.url).fragment)
    assert kept["axes"] == ["poverty_rate,poor_people"] and kept["colour"] == ["column:poverty_rate"]


def test_a_line_breaks_where_the_series_does_and_playing_waits_for_the_hand(highland):
    highland.evaluate("explorer.go('95.01')")
    highland.evaluate("explorer.settled()")
    poverty = highland.locator(".history").first
    assert poverty.locator("path.own").get_attribute("d").count("M") == 4  # 2010-2012, to 2023, 2024, 2025
    assert "2013, 2024 and 2025" in poverty.text_content()
    year = highland.evaluate("explorer.state().year")
    highland.wait_for_timeout(50)
    assert highland.evaluate("explorer.state().year") == year
    highland.click("#play")
    assert highland.get_attribute("#play", "aria-pressed") == "true"
    highland.focus("#year")
    highland.keyboard.press("ArrowRight")
    assert highland.get_attribute("#play", "aria-pressed") == "false"


def test_a_year_that_cannot_be_ranked_leaves_the_number_to_choose(highland):
    highland.evaluate("explorer.set({ year: 15, k: 3 })")
    for year in (9, 15):  # poverty of 2019 is not published for most of these places
        highland.evaluate("year => explorer.set({ year })", year)
        highland.evaluate("explorer.settled()")
        assert (highland.evaluate("explorer.cannot()") is None) == (year == 15)
    assert highland.evaluate("explorer.state().k") == 3
