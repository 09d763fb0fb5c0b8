"""Tests and stored notebooks run without progress bars: what they print is compared. Tests marked `extended` wait to be asked for.

What `run.py test` gives to one worker in one piece: a file, or a folder whose files share what takes long to make. The
longest pieces go first, so that no worker is still at work long after the others.
"""

import gc
import os
import tempfile

import pytest

WHOLE = ("tests/reporting/", "tests/explore/")
LONGEST = (
    "tests/reporting/",
    "tests/docs/test_docs.py",
    "notebooks/05_report.ipynb",
    "tests/explore/",
    "tests/docs/test_site.py",
    "tests/papers/",
    "notebooks/",
    "tests/test_notebooks.py",
    "tests/test_stories.py",
    "tests/test_lint.py",
)

os.environ["TQDM_DISABLE"] = "1"
os.environ["P2WKSS_ADDED"] = os.path.join(tempfile.gettempdir(), "p2wkss-tests-added-none")  # figures that the user added
gc.set_threshold(100_000, 50, 100)  # the tests themselves are thousands of objects that stay: looking through them takes long


def pytest_collection_modifyitems(config, items):
    if "extended" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("extended"):
                item.add_marker(pytest.mark.skip(reason="slow: pytest -m extended"))
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: next((i for i, s in enumerate(LONGEST) if item.nodeid.startswith(s)), len(LONGEST)))


def pytest_collection_finish(session):
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    from xdist.scheduler import LoadFileScheduling

    class LongestFirst(LoadFileScheduling):
        def _split_scope(self, nodeid):
            return next((folder for folder in WHOLE if nodeid.startswith(folder)), super()._split_scope(nodeid))

    config.option.loadscopereorder = False  # it would put those of many tests first
    return LongestFirst(config, log) if config.option.dist == "loadfile" else None
