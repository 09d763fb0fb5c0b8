"""Tests and stored notebooks run without progress bars: what they print is compared. Tests marked `extended` wait to be asked for."""

import os

import pytest

os.environ["TQDM_DISABLE"] = "1"


def pytest_collection_modifyitems(config, items):
    if "extended" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("extended"):
                item.add_marker(pytest.mark.skip(reason="slow: pytest -m extended"))
