"""A sample of benchmarks/faults.py: commands that write, killed and stopped at random moments, on full and read-only storage."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.extended
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts storages: needs Linux and root")
def test_nothing_is_lost_or_half_written_whatever_goes_wrong():
    words = ["key", "draw", "simulate --register", "--kills", "40", "--stops", "10", "--aside"]
    faults = "kills,Ctrl-C,full disk,full TMPDIR,missing TMPDIR,read-only folder,two at once,closed pipe,251 bytes,C locale"
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "faults.py"), *words, "--only", faults],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
