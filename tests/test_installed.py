"""Installed as a wheel, away from the repository: every command finds its tables, its templates and its notebooks."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.extended


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The package as an sdist holds it, built to a wheel and installed read-only, without its dependencies."""
    folder = tmp_path_factory.mktemp("dipasang")
    source = folder / "source"  # a build writes beside what it builds
    kept = shutil.ignore_patterns(".git", ".venv", "build", "*.egg-info", "reports", "_build", "__pycache__")
    shutil.copytree(ROOT, source, ignore=kept)
    build = "from setuptools.build_meta import build_sdist; print(build_sdist('dist'))"
    sdist = subprocess.run([sys.executable, "-c", build], cwd=source, capture_output=True, text=True, check=True).stdout.split()[
        -1
    ]
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "--no-index",
            "--target",
            folder / "site",
        ]
        + [source / "dist" / sdist],
        check=True,
    )
    shutil.rmtree(source)
    for path in sorted((folder / "site").rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder / "site"


def run(site, folder, *arguments):
    """One command from an empty folder, without a home."""
    environment = {k: v for k, v in os.environ.items() if k not in ("HOME", "P2WKSS_REFERENCE", "PYTHONPATH")}
    return subprocess.run(
        [sys.executable, "-m", "p2wkss_analysis", *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ruang é") / "kantor désa"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    "arguments, written",
    [
        (["report"], "reports/laporan-p2wkss.html"),
        (["report", "--regency", "Depok"], None),
        (["explorer"], "penjelajah.html"),
        (["template", "kosong.xlsx", "--regency", "depok"], "kosong.xlsx"),
        (["check", "kosong.xlsx"], None),
        (["check"], None),
        (["simulate", "--city", "32.76", "--out", "kota.xlsx"], "kota.xlsx"),
        (["report", "--data", "kota.xlsx", "--format", "docx"], None),
        (["papers", "kota.xlsx", "--out", "naskah"], "naskah"),
        (["form", "kota.xlsx", "--wave", "endline", "--out", "form.xlsx"], "form.xlsx"),
        (["notebooks"], "notebook-p2wkss/01_data.ipynb"),
        (["notebook", "kota.xlsx", "--draws", "99", "--out", "kota.ipynb"], "kota.ipynb"),
    ],
)
def test_every_command_works_in_an_empty_folder(installed, office, arguments, written):
    done = run(installed, office, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr.strip(), done.stderr
    assert written is None or (office / written).exists()


def test_notebooks_carry_no_outputs_and_a_changed_one_is_kept(installed, office):
    folder = office / "catatan"
    assert run(installed, office, "notebooks", "catatan").returncode == 0
    books = sorted(folder.glob("*.ipynb"))
    assert [b.name for b in books] == [b.name for b in sorted((ROOT / "notebooks").glob("*.ipynb"))]
    assert not any(cell.get("outputs") for b in books for cell in json.loads(b.read_text(encoding="utf-8"))["cells"])
    books[0].write_text("{}", encoding="utf-8")
    refused = run(installed, office, "notebooks", "catatan")
    assert refused.returncode == 2 and books[0].name in refused.stderr
    assert books[0].read_text(encoding="utf-8") == "{}"
