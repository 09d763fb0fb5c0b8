"""What the tests of the open report share: everything that the report speaks of, asked for once, and told in both languages."""

import datetime as dt

import pytest

from p2wkss_analysis.open_data.answers import OpenAnswers
from p2wkss_analysis.reporting.stories.open.story import tell


@pytest.fixture(scope="session")
def material():
    return OpenAnswers()


@pytest.fixture(scope="session")
def documents(material):
    return {lang: tell(material, lang, dt.date(2026, 11, 23)) for lang in ("id", "en")}
