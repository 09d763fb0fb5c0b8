"""A picture draws itself once where once is enough, and says nothing that it must not."""

import io
import os
import subprocess
import sys

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


def test_without_a_home_the_list_of_fonts_lies_where_it_goes_with_the_run(tmp_path):
    code = "import os, p2wkss_analysis.pictures; print(os.environ['XDG_CACHE_HOME'], os.path.isdir(os.environ['XDG_CACHE_HOME']))"
    (tmp_path / "file").touch()
    none = dict.fromkeys(["HOME", "USERPROFILE"], str(tmp_path / "file" / "none"))  # no one can make it
    kept = {k: v for k, v in os.environ.items() if k not in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR")}
    given = kept | none | dict.fromkeys(["TMPDIR", "TEMP", "TMP"], str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], env=given, capture_output=True, text=True, check=True)
    place, there = done.stdout.rsplit(maxsplit=1)
    assert place.startswith(str(tmp_path)) and there == "True" and [p.name for p in tmp_path.iterdir()] == ["file"]
