"""With the network unplugged: commands, reports and notebooks in a network namespace that has no interface but loopback (Linux).

Whoever asks for an address or a connection beyond loopback is caught in the act, even where the refusal would be swallowed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.extended

WATCH = """
import os, sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        where = arguments[0] if event.startswith("socket.get") else arguments[1]
        if isinstance(where, (str, bytes)) and event in ("socket.connect", "socket.sendto"):
            return  # a socket of this machine, by its path
        host = where[0] if isinstance(where, tuple) else where
        if host not in ("127.0.0.1", "localhost", "", None):
            print("asked for the network:", event, where, file=sys.stderr, flush=True)
            os._exit(97)

sys.addaudithook(watch)
"""


@pytest.fixture(scope="module")
def unplugged(tmp_path_factory):
    """Runs Python in an empty folder without a network; loopback is up, since a notebook talks to its kernel over it."""
    if not shutil.which("unshare") or subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode:
        pytest.skip("no network namespace can be made here")
    folder = tmp_path_factory.mktemp("tanpa-jaringan")
    watch = folder / "watch"
    watch.mkdir()
    (watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    work = folder / "kantor"
    work.mkdir()
    environment = {**os.environ, "PYTHONPATH": f"{watch}{os.pathsep}{ROOT}", "HOME": str(folder), "TQDM_DISABLE": "1"}
    loopback = 'ip link set lo up && exec "$@"'

    def run(*arguments):
        done = subprocess.run(
            ["unshare", "-rn", "sh", "-c", loopback, "sh", sys.executable, *map(str, arguments)],
            cwd=work,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done, work

    return run


@pytest.mark.parametrize("code", ["socket.create_connection(('1.1.1.1', 443), 2)", "socket.getaddrinfo('pypi.org', 443)"])
def test_whoever_asks_for_the_network_is_caught(unplugged, code):
    done, _ = unplugged("-c", f"import socket, sys; {code}")
    assert done.returncode == 97


def test_there_is_no_interface_but_loopback(unplugged):
    done, _ = unplugged("-c", "import socket; print([name for _, name in socket.if_nameindex()])")
    assert done.stdout.strip() == "['lo']", done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "report --format pdf",
        "report --regency Depok",
        "explorer",
        "explorer --province 32",
        "map --indicator hdi --province 32 --out peta.png",
        "check",
        "data",
        "template kosong.xlsx --regency depok",
        "simulate --city 32.76 --out kota.xlsx",
        "check kota.xlsx",
        "report kota.xlsx --format docx",
        "papers kota.xlsx --out naskah",
        "explorer kota.xlsx --out kota.html",
        "form kota.xlsx --wave endline --out form.xlsx",
        "score kota.xlsx",
        "target kota.xlsx",
        "simulate --register 20000 --regency Depok --out register",
        "notebooks catatan",
        "notebook kota.xlsx --draws 99 --out kota.ipynb",
    ],
)
def test_a_command_needs_no_network(unplugged, command):
    done, _ = unplugged("-m", "p2wkss_analysis", *command.split())
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_the_package_needs_no_network(unplugged):
    done, _ = unplugged("-c", "import p2wkss_analysis as p2; [getattr(p2, name) for name in p2.__all__]")
    assert done.returncode == 0, done.stderr


def test_a_register_in_duckdb_needs_no_network(unplugged):
    done, _ = unplugged("-c", "import p2wkss_analysis as p2; print(p2.check_register('register').ok)")
    assert done.stdout.strip() == "True", done.stdout + done.stderr


@pytest.mark.parametrize("book", sorted(p.name for p in (ROOT / "notebooks").glob("*.ipynb")))
def test_a_notebook_needs_no_network(unplugged, book):
    done, work = unplugged("-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", ".", ROOT / "notebooks" / book)
    assert done.returncode == 0 and (work / book).exists(), done.stderr[-3000:]
