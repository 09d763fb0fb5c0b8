"""The two commands, with nothing but Python 3.11 or newer:

    python3 run.py report     the evaluation report, from the published data
    python3 run.py test       every test and every notebook

and, once set up:  python3 run.py lab  (JupyterLab; in Bahasa Indonesia: lab --lang id)
|  python3 run.py docs  (the documentation, into docs/_build/html)  |  python3 run.py p2wkss ...  (any command of the package).

The first call makes a virtual environment in `.venv` and installs the exact versions of requirements.lock,
each checked by its hash. Later calls start at once.
"""

import hashlib
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
VENV = HERE / ".venv"
LOCK = HERE / "requirements.lock"
LAB = (  # every notebook of the project can be opened, notebooks/ first; nothing is asked of the internet
    f"--ServerApp.root_dir={HERE}",
    f"--FileContentsManager.preferred_dir={HERE / 'notebooks'}",
    "--LabApp.default_url=/lab/tree/notebooks",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
    "--HTMLExporter.template_name=kertas",  # print and export: nothing is cut at the margin of a sheet of paper
)
LAB_SETTINGS = HERE / "notebooks" / ".jupyter"  # what the page itself would ask: no news; in a folder id, its language
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stop(sentence):
    print(f"run.py: {sentence}", file=sys.stderr)
    raise SystemExit(2)


def say(sentence):
    print(f"run.py: {sentence}", flush=True)


def wanted():
    """What the environment must have been made from."""
    parts = [LOCK.read_bytes(), (HERE / "pyproject.toml").read_bytes(), sys.version.encode(), str(HERE).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def set_up():
    """Make `.venv` from the lock unless it already is."""
    stamp = VENV / "made-from"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted():
        return
    say("making a virtual environment in .venv (first time, or the lock changed) ...")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True)
    if made.returncode:
        stop(
            "Python could not make a virtual environment. On Debian and Ubuntu: sudo apt install python3-venv, "
            f"then try again. Python said: {(made.stderr or made.stdout).strip()[-400:]}"
        )
    say("installing the packages of requirements.lock, each checked by its hash (one to five minutes) ...")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    run_or_stop(
        [*pip, "--require-hashes", "-r", str(LOCK)],
        "the packages could not be installed. Is there a network, or a proxy to set in HTTPS_PROXY? "
        "Call the same command again when it is there.",
    )
    run_or_stop(
        [*pip, "--no-build-isolation", "--editable", str(HERE)],
        "the package itself could not be installed into .venv; delete the folder .venv and try again.",
    )
    # once, instead of by every process that is first to import it
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", "-j", "0", str(HERE / "p2wkss_analysis")], cwd=HERE)
    stamp.write_text(wanted())
    say("set up.")


def run_or_stop(command, sentence):
    if subprocess.run(command, cwd=HERE).returncode:
        stop(sentence)


def commands(name, rest):
    """The command line that `name` stands for."""
    if name == "report":
        return [str(PYTHON), "-m", "p2wkss_analysis", "report", *rest]
    if name == "p2wkss":
        return [str(PYTHON), "-P", "-m", "p2wkss_analysis", *rest]  # -P: no program of that folder is taken for a library
    if name == "lab":
        return [str(PYTHON), "-m", "jupyterlab", *LAB, *rest]
    if name == "docs":
        return [str(PYTHON), "docs/build.py", *rest]
    if name == "test":
        return [
            str(PYTHON),
            "-m",
            "pytest",
            "-n",
            "auto",
            "--dist",
            "loadfile",
            "--no-loadscope-reorder",  # as they stand: notebooks take longest and go first, doctests fill the end
            "--nbval",
            "--doctest-modules",
            *(rest or ["notebooks", "tests", "p2wkss_analysis"]),
        ]
    return None


def main(arguments):
    if sys.version_info < (3, 11):  # noqa: UP036  an older Python is told so
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    if not arguments or commands(arguments[0], []) is None:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    set_up()
    name, rest = arguments[0], arguments[1:]
    # One thread each: the tests already use every core, and small matrices gain nothing from more.
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    if name == "test":  # hundreds of tests start the package anew; without its bytecode each would compile it first
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if name == "lab":
        spoken, rest = lab_language(rest)
        environment |= spoken
    here = None if name == "p2wkss" else HERE  # files are named from the folder where the command is typed
    return subprocess.run(commands(name, rest), cwd=here, env=environment).returncode


def lab_language(rest):
    """What JupyterLab finds in its environment, and what is left of `lab --lang id ...`: the page, and what notebooks print."""
    settings, environment = [str(LAB_SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH")], {}
    if rest[:1] == ["--lang"]:
        if rest[1:2] not in (["id"], ["en"]):
            stop("write lab --lang id or lab --lang en.")
        environment["P2WKSS_LANG"] = rest[1]
        settings[:0] = [str(LAB_SETTINGS / "id")] * (rest[1] == "id")
        rest = rest[2:]
    environment["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, settings))
    environment["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(LAB_SETTINGS), os.environ.get("JUPYTER_PATH")]))  # templates
    return environment, rest


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
