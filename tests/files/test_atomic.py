"""Whole or not at all, on any storage; and the litter of killed runs is taken away."""

import contextlib
import errno
import os
import re
import signal
import stat
import subprocess
import sys
import time

import pytest

from p2wkss_analysis.disclosure.privacy import NoKey, read_key, write_key
from p2wkss_analysis.files import atomic, leftovers
from p2wkss_analysis.files.atomic import write_atomically, write_new, write_once
from p2wkss_analysis.say.errors import WrongUse

WRITERS = [write_atomically, write_new, write_once]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EMFILE])
def test_a_full_or_broken_storage_leaves_nothing(write, number, tmp_path, monkeypatch):
    def refuse(*given):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic.os, "fsync", refuse)
    with pytest.raises(WrongUse, match="tidak dapat ditulis") as caught:
        write(tmp_path / "a.csv", b"x")
    assert os.strerror(number) not in caught.value.sentence("id") and not list(tmp_path.iterdir())


@pytest.mark.parametrize("write", WRITERS)
def test_a_name_may_be_as_long_as_the_storage_takes(write, tmp_path):
    path = tmp_path / ("n" * 251 + ".csv")
    assert write(path, b"x").read_bytes() == b"x" and len(list(tmp_path.iterdir())) == 1


def test_a_link_is_followed_and_stays(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.csv").write_bytes(b"1")
    os.symlink(tmp_path / "real" / "a.csv", tmp_path / "a.csv")
    write_atomically(tmp_path / "a.csv", b"2")
    assert (tmp_path / "a.csv").is_symlink() and (tmp_path / "real" / "a.csv").read_bytes() == b"2"


def test_who_may_read_a_result_is_left_to_the_office(tmp_path):
    before = os.umask(0o077)
    try:
        assert stat.S_IMODE(write_atomically(tmp_path / "a.csv", b"1").stat().st_mode) == 0o600
    finally:
        os.umask(before)
    (tmp_path / "a.csv").chmod(0o640)
    assert stat.S_IMODE(write_atomically(tmp_path / "a.csv", b"2").stat().st_mode) == 0o640


def test_what_is_made_once_is_never_replaced_but_an_empty_file_is_nothing(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.touch()
    assert write_once(path, b"1").read_bytes() == b"1"
    for write in (write_once, write_new):
        with pytest.raises(WrongUse, match="sudah ada"):
            write(path, b"2")
    assert write_new(path, b"1") == path
    os.symlink(tmp_path / "nowhere", tmp_path / "link")
    with pytest.raises(WrongUse, match="sudah ada"):
        write_once(tmp_path / "link", b"2")
    with monkeypatch.context() as race:  # another run writes between asking and placing
        race.setattr(atomic, "refuse_taken", lambda path: None)
        with pytest.raises(WrongUse, match="sudah ada"):
            write_once(path, b"2")
    assert path.read_bytes() == b"1" and sorted(p.name for p in tmp_path.iterdir()) == ["a", "link"]


def test_a_storage_without_hard_links_gets_its_file_too(tmp_path, monkeypatch):
    def no_links(*given):
        raise OSError(errno.EPERM, "no")

    monkeypatch.setattr(atomic.os, "link", no_links)
    assert write_once(tmp_path / "a", b"1").read_bytes() == b"1" and len(list(tmp_path.iterdir())) == 1


# --- keys ---------------------------------------------------------------------------------------------------


def test_a_key_is_private_and_whole(tmp_path):
    path = write_key(tmp_path / "kota.key")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and re.fullmatch(r"[0-9a-f]{64}\n", path.read_text())
    with pytest.raises(WrongUse, match="kode samaran"):
        write_key(path)


def test_a_key_that_was_not_written_to_its_end_is_no_key(tmp_path):
    path = tmp_path / "kota.key"
    for content, said in (
        ("", "kosong"),
        ("0" * 32, "terpotong, 32"),
        ("0" * 63 + "\n", "terpotong, 63"),
        ("0" * 65, "bukan"),
        ("z" * 64, "bukan"),
    ):
        path.write_text(content)
        with pytest.raises(NoKey, match=said):
            read_key(path)
    path.write_text("")
    assert len(read_key(write_key(path))) == 32  # an empty one is replaced, and gets the rights of a key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("path", ["pipe", ".", "/dev/null", "/dev/zero", "a\0b", "\udcff", "missing", "n" * 300])
def test_what_cannot_be_a_key_is_said_without_waiting(path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    with pytest.raises(WrongUse):
        read_key(path)


# --- litter -------------------------------------------------------------------------------------------------

KILLED = """
import os, signal, sys
from p2wkss_analysis.files import atomic, leftovers
atomic.os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
atomic.write_atomically(sys.argv[1], b"x" * 100)
"""


def test_a_killed_run_leaves_its_part_to_the_next_run(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"earlier")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "a.csv")])
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "a.csv").read_bytes() == b"earlier" and len(list(tmp_path.iterdir())) == 2
    write_atomically(tmp_path / "other.csv", b"y")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv", "other.csv"]


def test_only_parts_that_nobody_writes_any_more_are_taken_away(tmp_path):
    def part(computer, run, age=0):
        path = tmp_path / f".p2wkss-{computer}-{run}-{'0' * 16}.part"
        path.write_bytes(b"x")
        os.utime(path, (time.time() - age,) * 2)
        return path.name

    here, ended = leftovers.computer(), subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    part(here, ended.pid), part("ffffffff", ended.pid, age=100_000)
    kept = [part(here, os.getpid()), part("eeeeeeee", ended.pid)]  # a living run; a run of another computer
    for name in (".p2wkss-notes", f".p2wkss-{here}-1.part", ".a.html.abcd1234", ".hidden"):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (0, 0))
        kept.append(name)
    for run in (ended.pid, os.getpid()):  # of those who wrote whole folders, too
        folder = tmp_path / f".p2wkss-{here}-{run}-{'1' * 16}.part"
        (folder / "year=2024").mkdir(parents=True)
    kept.append(folder.name)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / f".p2wkss-{here}-{ended.pid}-{'2' * 16}.part").symlink_to(tmp_path / "elsewhere")
    kept += ["elsewhere", f".p2wkss-{here}-{ended.pid}-{'2' * 16}.part"]
    write_atomically(tmp_path / "a.csv", b"y")
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*kept, "a.csv"])


@pytest.mark.parametrize("write", [write_new, write_once])
def test_what_a_killed_run_left_goes_though_its_result_is_there_already(write, tmp_path):
    """Killed between placing and tidying: the next run finds its result, writes nothing, and tidies all the same."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / "a.key").write_bytes(b"x")
    os.link(tmp_path / "a.key", tmp_path / f".p2wkss-{leftovers.computer()}-{ended.pid}-{'0' * 16}.part")
    with contextlib.suppress(WrongUse):
        write(tmp_path / "a.key", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.key"]


def test_a_run_killed_while_it_tries_a_folder_leaves_what_the_next_takes_away(tmp_path):
    code = (
        "import os, pathlib, sys\nfrom p2wkss_analysis.files.atomic import try_folder\n"
        "pathlib.Path.rmdir = lambda path: os._exit(9)\ntry_folder(sys.argv[1])"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)]).returncode == 9 and list(tmp_path.iterdir())
    atomic.try_folder(tmp_path)
    assert not list(tmp_path.iterdir())
