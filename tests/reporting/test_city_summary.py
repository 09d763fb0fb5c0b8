"""The page of answers of a city's report: figures that must be hidden are marked, and the page is made all the same."""

from types import SimpleNamespace

import pandas as pd
import pytest

from p2wkss_analysis.reporting.city.chapters.summary import _figures
from p2wkss_analysis.reporting.city.material import Missing
from p2wkss_analysis.reporting.document import HIDDEN
from p2wkss_analysis.targeting.assisted_households import assisted_households


@pytest.mark.parametrize("assisted, comparison, shown", [(20, 3, "20"), (4, 20, HIDDEN), (30, 2, "30"), (4, 0, HIDDEN)])
def test_a_total_of_few_households_is_marked_and_a_large_one_is_told(assisted, comparison, shown):
    rows = pd.DataFrame({"household_id": range(assisted + comparison), "wave": 0, "village_code": "32.76.01.1001", "rw": 1,
                         "rt": [1] * assisted + [2] * comparison, "assisted": [True] * assisted + [False] * comparison})
    nothing = Missing("", "")
    city = SimpleNamespace(areas=range(63), city="Depok", sites=SimpleNamespace(rows=pd.DataFrame()), delivered=nothing,
                           chosen=assisted_households(rows))
    assert _figures(city, "en")[1][0] == shown
