"""A city of candidate households, for the tests of household lists."""

import numpy as np
import pandas as pd
import pytest


@pytest.fixture(scope="session")
def city():
    def made(size=600, seed=0, coarse=False):
        rng = np.random.default_rng(seed)
        need = rng.normal(50, 15, size)
        return pd.DataFrame(
            {
                "household_id": [f"k{i:05d}" for i in rng.permutation(size)],
                "need": np.round(need / 8) if coarse else need,
                "rt": [f"{g:02d}" for g in rng.integers(0, 12, size)],
                "female_head": rng.random(size) < 0.2,
                "child": rng.random(size) < 0.4,
                "renter": rng.random(size) < 0.1,
            }
        )

    return made
