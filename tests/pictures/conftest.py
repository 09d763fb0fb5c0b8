"""What the tests of pictures share: real tables, and a look at the drawn page."""

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from p2wkss_analysis.tables.intake import load


@pytest.fixture(scope="session")
def tables():
    return {name: load(name) for name in ("areas", "regency_indicators", "programme_sites", "slum_villages", "village_index")}


@pytest.fixture(scope="session")
def rates(tables):
    """Poverty rates and HDI (one series) of Jawa Barat and Banten, long."""
    table = tables["regency_indicators"]
    ours = table[table["area_code"].str[:2].isin(["32", "36"])]
    return ours[(ours["indicator"] == "poverty_rate") | ((ours["indicator"] == "hdi") & (ours["method"] == "UHH SP2010"))]


@pytest.fixture(scope="session")
def look():
    """Faults seen on a drawn page: text cut off by its edge, texts lying on one another, text too small to
    read."""

    def faults(picture):
        canvas = FigureCanvasAgg(picture)
        canvas.draw()
        renderer = canvas.get_renderer()
        width, height = picture.bbox.size
        shown = [t for t in picture.findobj(Text) if t.get_visible() and t.get_text().strip()]
        boxes = [(t, t.get_window_extent(renderer)) for t in shown]
        found = [
            ("cut off", t.get_text()) for t, b in boxes if b.x0 < -0.5 or b.y0 < -0.5 or b.x1 > width + 0.5 or b.y1 > height + 0.5
        ]
        found += [("too small", t.get_text()) for t in shown if t.get_fontsize() < 4.5]
        for i, (one, a) in enumerate(boxes):
            for other, b in boxes[:i]:
                wide = min(a.x1, b.x1) - max(a.x0, b.x0)
                tall = min(a.y1, b.y1) - max(a.y0, b.y0)
                if wide > 2 and tall > 0.35 * min(a.height, b.height):
                    found.append(("overlap", f"{one.get_text()!r} {other.get_text()!r}"))
        return found

    return faults


@pytest.fixture(scope="session")
def words():
    """All text of a picture, joined."""
    return lambda picture: " ".join(t.get_text() for t in picture.findobj(Text)).replace("\n", " ")


@pytest.fixture(autouse=True)
def default_look():
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        yield
