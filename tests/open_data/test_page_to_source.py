"""Ten kabupaten and kota drawn by seed: every figure in the tables of their pages is found in, or computed anew from, the raw csv.

Nothing of the package reads the raw tables here: pages are parsed as HTML, files as text.
"""

import csv
import gzip
import hashlib
import json
import random
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from statistics import median

import pytest

from p2wkss_analysis.open_data.answers import OpenAnswers
from p2wkss_analysis.open_data.place.regency import RegencyAnswers
from p2wkss_analysis.places.areas import short_name
from p2wkss_analysis.reporting.stories.place.texts import LABELS, LISTS
from p2wkss_analysis.reporting.write import report

RAW = Path(__file__).resolve().parents[2] / "data" / "raw"
SEED, N = 17, 10
BETTER = {"poverty_rate", "poverty_gap_index", "poverty_severity_index", "poor_people"}  # the lower the better


@cache
def rows(name):
    opened = gzip.open if name.endswith("gz") else open
    with opened(RAW / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Source:
    def __init__(self):
        self.areas = {row["area_code"]: row for row in rows("areas.csv.gz")}
        self.names = {code: short_name(row["name"]) for code, row in self.areas.items()}
        self.figures = {
            (r["area_code"], int(r["year"]), r["indicator"], r["method"]): float(r["value"])
            for r in rows("regency_indicators.csv")
            if r["value"]
        }
        self.package = json.loads((RAW / "datapackage.json").read_text(encoding="utf-8"))
        self.methods = {name: sorted({m for _, _, i, m in self.figures if i == name}) for name in LABELS}
        self.labels = {label.say("id"): name for name, label in LABELS.items()}

    def regency(self, name):
        (code,) = [c for c, n in self.names.items() if n == name and len(c) == 5]
        return code

    @cache  # noqa: B019 (one source a run)
    def among(self, year, indicator, method, inside=""):
        return {
            c: v for (c, y, i, m), v in self.figures.items() if (y, i, m) == (year, indicator, method) and c.startswith(inside)
        }

    def series_of(self, label):
        """Indicator and method of a label; the method is None where there is one only."""
        for text, name in self.labels.items():
            if label == text or label.startswith(text + ", UHH"):
                return name, label[len(text) + 2 :] or None
        raise AssertionError(label)

    def of(self, code, year, indicator, method=None):
        methods = [method] if method else self.methods[indicator]
        held = [self.figures[code, year, indicator, m] for m in methods if (code, year, indicator, m) in self.figures]
        assert len(held) <= 1
        return held[0] if held else None


class Tables(HTMLParser):
    """Captions and rows of cells, the header first."""

    def __init__(self):
        super().__init__()
        self.found, self.text = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.found.append(["", []])
        elif tag == "tr":
            self.found[-1][1].append([])
        elif tag in ("td", "th", "caption"):
            self.text = ""

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "caption":
            self.found[-1][0], self.text = re.sub(r"^Tabel \d+\.\s*", "", self.text).strip(), None
        elif tag in ("td", "th"):
            self.found[-1][1][-1].append(self.text.strip())
            self.text = None


def number(text):
    return float(text.replace(".", "").replace(",", ".").replace("−", "-").replace("+", ""))


def same(printed, value):
    digits = len(printed.partition(",")[2])
    return abs(number(printed) - value) <= 0.5 * 10.0**-digits + 1e-9


class Page:
    """Checks every table of one page; `checked` counts figures."""

    def __init__(self, source, code):
        self.s, self.code, self.checked = source, code, 0

    def holds(self, printed, value):
        if printed == "–":
            assert value is None, (self.code, value)
        else:
            assert value is not None and same(printed, value), (self.code, printed, value)
            self.checked += 1

    def table(self, caption, head, body):
        for start, check in (
            (r".* di antara kabupaten/kota", self.standing),
            (r"Perubahan IPM ", self.split),
            (r"Tetangga ", self.neighbours),
            (r".* daerah yang paling mirip", self.alike),
            (r"\d+ tempat teratas", self.proxies),
            (r"Angka pengganti dan kesesuaiannya", lambda *_: None),  # correlations: other tests
            (r"Lokasi yang diketahui", self.sites),
            (r"Tabel terbuka yang dipakai", self.files),
            (r"(Kemiskinan|IPM dan komponennya).* menurut tahun", self.by_year),
        ):
            if re.match(start, caption):
                return check(caption, head, body)
        return self.villages(caption, head, body)

    def standing(self, caption, head, body):
        for label, year, value, in_province, in_country, *ranks in body:
            name, method = self.s.series_of(label)
            year = int(year)
            own = {(y, m) for c, y, i, m in self.s.figures if (c, i) == (self.code, name)}
            assert year == max(y for y, _ in own)
            method = method or next(m for y, m in own if y == year)
            self.holds(value, self.s.of(self.code, year, name, method))
            for inside, middle, rank in ((self.code[:2], in_province, ranks[0]), ("", in_country, ranks[1])):
                held = self.s.among(year, name, method, inside)
                self.holds(middle, median(held.values()))
                if name == "poverty_line":
                    assert rank == "–"
                    continue
                mine = held[self.code]
                ahead = sum(v < mine if name in BETTER else v > mine for v in held.values())
                last = ahead + sum(v == mine for v in held.values())
                assert rank == (f"{ahead + 1}" if last == ahead + 1 else f"{ahead + 1}–{last}") + f" dari {len(held)}"
                self.checked += 1

    def split(self, caption, head, body):
        for k, span in enumerate(head[1:], 1):
            first, last, method = re.match(r"(\d{4})–(\d{4}), (.*)", span).groups()
            change = self.s.of(self.code, int(last), "hdi", method) - self.s.of(self.code, int(first), "hdi", method)
            *parts, total = [row[k] for row in body]
            self.holds(total, change)
            assert abs(sum(map(number, parts)) - change) < 0.005 * len(parts) + 1e-9
            self.checked += len(parts)

    def neighbours(self, caption, head, body):
        year = int(re.search(r"(\d{4})\.$", caption)[1])
        mine, poor = (self.s.of(self.code, year, name) for name in ("poverty_rate", "poor_people"))
        for _, name, rate, people in body:
            code = self.s.regency(name)
            other = self.s.of(code, year, "poverty_rate")
            self.holds(rate, other)
            self.holds(people, None if code == self.code else (mine - other) * poor / mine)

    def alike(self, caption, head, body):
        spans = [re.search(r"(\d{4})–(\d{4})$", each) for each in head[4:]]
        for name, _, rate, people, *changes in body:
            code = self.s.regency(name)
            self.holds(rate, self.s.of(code, 2025, "poverty_rate"))
            self.holds(people, float(self.s.areas[code]["population_2024"]))
            for title, span, change in zip(head[4:], spans, changes, strict=True):
                ends = [int(year) for year in span.groups()]
                which = ("hdi", "UHH SP2010") if "IPM" in title else ("poverty_rate", None)
                if change != "–":  # a break between the two years is the matter of other tests
                    first, last = (self.s.of(code, year, *which) for year in ends)
                    self.holds(change, last - first)

    def by_year(self, caption, head, body):
        for year, *cells in body:
            for label, cell in zip(head[1:], cells, strict=True):
                name, method = self.s.series_of(label)
                self.holds(cell, self.s.of(self.code, int(year), name, method))

    def sites(self, caption, head, body):
        known = {(r["year"], r["village"]): r for r in rows("programme_sites.csv") if r["regency_code"] == self.code}
        assert len(body) == len([r for r in rows("programme_sites.csv") if r["regency_code"] == self.code])
        for year, village, _, _, households, _ in body:
            row = known["" if year == "–" else year, village]
            self.holds(households.partition(" ")[0], float(row["assisted_households"]) if row["assisted_households"] else None)

    def files(self, caption, head, body):
        for label, _, digest in body:
            (resource,) = [r for r in self.s.package["resources"] if r["label"]["id"] == label]
            assert hashlib.sha256((RAW / resource["path"]).read_bytes()).hexdigest().startswith(digest)
            self.checked += 1

    def proxies(self, caption, head, body):
        """Those proxies that are figures of a table as they are; chances and ranks are the matter of other tests."""
        columns = {
            "Penduduk dalam daftar kesejahteraan terendah (%)": "low_welfare_percent",
            "Lama sekolah perempuan (tahun)": "women_mean_years_of_schooling",
        }
        held = {self.s.names[r["area_code"]]: r for r in rows("village_food_security.csv")}
        for line in body:
            named = dict(zip(head, line, strict=True))
            for label in columns.keys() & named.keys():
                self.holds(named[label], float(held[named["Desa/kelurahan"]][columns[label]]))

    def villages(self, caption, head, body):
        if caption.startswith("Desa/kelurahan dalam daftar kumuh"):
            return  # names alone
        named = {text.say("id"): table for table, text in LISTS.items()}
        named |= {r["label"]["id"]: r["name"] for r in self.s.package["resources"]}
        table = next((name for text, name in named.items() if caption.startswith(text)), None)
        (resource,) = [r for r in self.s.package["resources"] if r["name"] == table]
        columns = {f["label"]["id"]: f["name"] for f in resource["schema"]["fields"]}
        place = "village_code" if "village_code" in columns.values() else "area_code"
        held = [r for r in rows(resource["path"]) if r[place].startswith(self.code + ".")]
        for line in body:
            named = dict(zip(head, line, strict=True))
            near = [
                r
                for r in held
                if self.s.names[r[place]] == named.get("Desa/kelurahan", named["Kecamatan"])
                and self.s.names[r[place][:8]] == named["Kecamatan"]
                and r.get("neighbourhood", "").find(named.get("RT/RW", "")) >= 0
            ]
            for label, cell in named.items():
                column = columns.get(label.removesuffix(" (ha)"))
                if column is None or label in ("Desa/kelurahan", "Kecamatan", "RT/RW", "Kelas dihitung"):
                    continue
                if cell == "•":
                    assert any(0 < float(r[column]) < 5 for r in near)
                elif cell != "–":
                    assert any(r[column] and same(cell, float(r[column])) for r in near), (caption, named)
                self.checked += 1


@pytest.mark.extended
def test_figures_of_ten_places_drawn_at_random_are_those_of_the_raw_files(tmp_path):
    source, tables = Source(), OpenAnswers()
    drawn = random.Random(SEED).sample(sorted(c for c in source.areas if len(c) == 5), N)
    for code in [*drawn, "32.76", "36.04", "36.72", "32.71", "32.13", "35.17"]:  # and those with tables of villages
        (page,) = report(tmp_path / f"{code}.html", RegencyAnswers(tables, code), "id")
        parsed, check = Tables(), Page(source, code)
        parsed.feed(page.read_text(encoding="utf-8"))
        for caption, (head, *body) in parsed.found:
            check.table(caption, head, body)
        assert check.checked > 150, code
