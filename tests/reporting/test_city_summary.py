"""The page of answers of a city's report: numbers of families are those of the fives, and the page is made all the same."""

from types import SimpleNamespace

import pandas as pd
import pytest

from p2wkss_analysis.display import Unanswered
from p2wkss_analysis.reporting.stories.city.summary import _figures
from p2wkss_analysis.say.errors import NotEnoughData
from p2wkss_analysis.targeting.households.assisted import assisted_households


@pytest.mark.parametrize("assisted, comparison, shown", [(20, 3, "about 20"), (30, 2, "about 30"), (1, 0, "at most 5")])
def test_a_total_is_told_in_fives(assisted, comparison, shown):
    rows = pd.DataFrame(
        {
            "household_id": range(assisted + comparison),
            "wave": 0,
            "village_code": "32.76.01.1001",
            "rw": 1,
            "rt": [1] * assisted + [2] * comparison,
            "assisted": [True] * assisted + [False] * comparison,
        }
    )
    nothing = lambda: Unanswered(NotEnoughData(id="", en=""))
    city = SimpleNamespace(
        areas=range(63),
        city="Depok",
        sites=lambda: SimpleNamespace(rows=pd.DataFrame()),
        delivery=nothing,
        assisted=lambda: assisted_households(rows),
    )
    assert _figures(city, "en")[1][0] == shown
