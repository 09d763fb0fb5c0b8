"""A picture draws itself once where once is enough, and says nothing that it must not."""

import io

import matplotlib
import pytest

from p2wkss_analysis.pictures import picture as p


def drawn(axes_on: bool = True) -> p.Picture:
    made, box = p.page(title="Judul $5", notes=["Catatan"], body=1.5)
    axes = made.add_axes(box)
    axes.plot([0, 1], [0, 2])
    axes.text(1.2, 1, "di luar tepi 0000000000000000")
    if not axes_on:
        axes.set_axis_off()
    return made


def written(picture: p.Picture, kind: str) -> bytes:
    out = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "p2wkss"}):
        picture.savefig(out, format=kind, bbox_inches="tight", metadata={"Date": None} if kind == "svg" else {"Software": None})
    return out.getvalue()


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize("axes_on", [True, False])
def test_leaving_out_the_draw_that_draws_nothing_changes_nothing(kind, axes_on, monkeypatch):
    once = written(drawn(axes_on), kind)
    monkeypatch.setattr(p, "_draws_nothing", lambda renderer: False)
    assert written(drawn(axes_on), kind) == once


def test_the_draw_that_draws_nothing_is_known_as_such(monkeypatch):
    """Or matplotlib has come to do it in another way, and every picture takes twice the time."""
    draws = []
    monkeypatch.setattr(p.Figure, "draw", lambda self, renderer: draws.append(renderer))
    for kind in ("svg", "png"):
        written(drawn(), kind)
    assert len(draws) == 2


@pytest.mark.parametrize("axes_on", [True, False])
def test_every_text_that_is_drawn_is_plain(axes_on):
    page = drawn(axes_on).svg("id")
    assert "Judul $5" in page and p.mask("0000000000000000") in page and "0000000000000000" not in page
