"""What people fill in, sign or build on is never replaced by a command; only by itself."""

import pytest

from p2wkss_analysis.cli import main
from p2wkss_analysis.files.atomic import write_new
from p2wkss_analysis.say.errors import WrongUse

COMMANDS = [
    ["template", "{out}.xlsx", "--regency", "36.72"],
    ["simulate", "--out", "{out}.csv", "--places", "8", "--years", "4"],
    ["simulate", "--city", "36.72", "--assisted", "10", "--out", "{out}.xlsx"],
    ["draw", "32.76.10.1006", "32.76.11.1001", "--n", "1", "--seed", "1", "--out", "{out}.txt"],
    ["score", "--rubric-template", "{out}.csv"],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda given: " ".join(given[:2]))
def test_a_file_that_holds_anything_else_stays(arguments, tmp_path, capsys):
    arguments = [a.format(out=tmp_path / "kerja") for a in arguments]
    path = next(tmp_path.parent / a for a in arguments if a.startswith(str(tmp_path)))
    path.write_bytes(b"filled in for weeks")
    assert main(arguments) == 2
    assert path.read_bytes() == b"filled in for weeks"
    assert "sudah ada dan tidak ditimpa" in capsys.readouterr().err
    path.unlink()
    assert main(arguments) == 0  # and the same command again gives the same file
    first = path.read_bytes()
    assert main(arguments) == 0 and path.read_bytes() == first


def test_only_the_same_content_is_written_again(tmp_path):
    write_new(tmp_path / "a.txt", b"1")
    assert write_new(tmp_path / "a.txt", b"1").read_bytes() == b"1"
    with pytest.raises(WrongUse, match="a.txt"):
        write_new(tmp_path / "a.txt", b"2")
    with pytest.raises(WrongUse):
        write_new(tmp_path, b"2")  # a folder
