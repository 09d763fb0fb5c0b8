"""Colours that can be told apart: in grey, by colour-blind eyes, under text."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from p2wkss_analysis.pictures import style
from p2wkss_analysis.pictures.maps import slum_sites
from p2wkss_analysis.pictures.maps.bivariate import colour

# Machado, Oliveira and Fernandes 2009 (doi:10.1109/TVCG.2009.113), severity 1, on linear RGB
DEFICIENCY = {
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
}


def linear(colour_):
    c = np.array(to_rgb(colour_))
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    t = xyz @ np.clip(rgb, 0, 1) / (0.95047, 1.0, 1.08883)
    f = np.where(t > 216 / 24389, np.cbrt(t), (t * 24389 / 27 + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def seen_apart(one, other, eyes):
    matrix = np.array(DEFICIENCY[eyes]) if eyes in DEFICIENCY else np.eye(3)
    return np.linalg.norm(lab(matrix @ linear(one)) - lab(matrix @ linear(other)))


def test_lightness_and_contrast_against_published_values():
    assert style.lightness("#777777") == pytest.approx(50.0, abs=0.1)  # CIE L* of sRGB 119 is 50.03
    assert style.contrast("#767676", "white") == pytest.approx(4.54, abs=0.01)  # WCAG's own example of the limit
    assert style.contrast("white", "black") == pytest.approx(21)


@pytest.mark.parametrize("name", style.RAMPS)
@pytest.mark.parametrize("n", range(2, 10))
def test_ramps_fall_in_equal_steps_of_grey(name, n):
    steps = -np.diff([style.lightness(c) for c in style.ramp(name, n)])
    assert (steps > 0.8 * steps.mean()).all()
    assert steps.mean() == pytest.approx((93 - 30) / (n - 1), abs=2)


@pytest.mark.parametrize("eyes", ["full", *DEFICIENCY])
def test_neighbouring_classes_differ_for_all_eyes(eyes):
    for name in style.RAMPS:
        for one, other in pairwise(style.ramp(name, 5)):
            assert seen_apart(one, other, eyes) > 10  # 2.3 is just noticeable


def test_bivariate_colours_darken_towards_need():
    grey = np.array([[style.lightness(colour(i, j)) for j in range(3)] for i in range(3)])
    assert (np.diff(grey, axis=0) < -5).all() and (np.diff(grey, axis=1) < -5).all()
    assert grey.argmin() == 8 and grey[2, 2] < 30


@pytest.mark.parametrize("eyes", ["full", *DEFICIENCY])
def test_all_nine_bivariate_colours_differ_for_all_eyes(eyes):
    nine = [colour(i, j) for i in range(3) for j in range(3)]
    assert min(seen_apart(a, b, eyes) for a, b in combinations(nine, 2)) > 8


@pytest.mark.parametrize("eyes", ["full", *DEFICIENCY])
def test_slum_list_colours_differ_for_all_eyes(eyes):
    used = [*slum_sites._ONCE[:2], slum_sites._SEVERAL, slum_sites._NEVER]
    assert min(seen_apart(a, b, eyes) for a, b in combinations(used, 2)) > 10


def test_text_is_readable_on_every_colour_in_use():
    used = [c for name in style.RAMPS for n in range(1, 10) for c in style.ramp(name, n)]
    used += [colour(i, j) for i in range(3) for j in range(3)]
    used += [*slum_sites._ONCE, slum_sites._SEVERAL, slum_sites._NEVER, "white"]
    assert min(style.contrast(c, style.ink_on(c)) for c in used) >= 4.5


def test_wrapping_keeps_every_word_and_the_width():
    text = "Persentase penduduk miskin menurut kabupaten/kota, Jawa Barat dan Banten"
    lines = style.wrap(text, 150, 10)
    assert " ".join(lines) == text
    assert all(style.text_size(line) * 10 <= 150 for line in lines)
    assert style.wrap("", 100, 10) == []


def test_measured_width_agrees_with_the_drawn_outline():
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    for text in ("Bojong Pondok Terong", "◆ 2021", "Kab. Tasikmalaya"):
        outline = TextPath((0, 0), text, size=100, prop=FontProperties(family="DejaVu Sans")).get_extents()
        assert outline.width <= style.text_size(text) * 100 <= 1.06 * outline.width  # air before and after letters


def test_letters_that_the_font_lacks_have_a_width_and_stop_nothing():
    assert style.text_size("Dinas 漢字 ꦗꦮ") > style.text_size("Dinas ") and style.text_size("a\tb\x0b") > style.text_size("ab")
