"""What the tests of privacy share: a key file outside every project, and none of the machine's own."""

import sys
from pathlib import Path

import pytest

from p2wkss_analysis.disclosure.privacy import write_key

sys.path.insert(0, str(Path(__file__).parent))  # card_numbers.py


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    return write_key(tmp_path_factory.mktemp("kunci") / "kota.key")


@pytest.fixture(autouse=True)
def _no_key_of_the_machine(monkeypatch):
    monkeypatch.delenv("P2WKSS_KEY_FILE", raising=False)
