"""`python3 run.py lab`: the project's own settings are ones that the installed JupyterLab knows."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def lab():
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    run = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(run)
    return run.commands("lab", ["--no-browser"])


def test_lab_opens_the_project_and_asks_nothing_of_the_internet():
    from jupyter_server.serverapp import ServerApp
    from jupyter_server.services.contents.filemanager import FileContentsManager
    from jupyterlab.labapp import LabApp

    known = {kind.__name__: kind for kind in (ServerApp, FileContentsManager, LabApp)}
    given = dict(option[2:].split("=", 1) for option in lab() if "=" in option)
    for option in given:
        kind, trait = option.split(".")
        assert trait in known[kind].class_trait_names(config=True), option
    assert Path(given["ServerApp.root_dir"]) == ROOT and Path(given["FileContentsManager.preferred_dir"]) == ROOT / "notebooks"
    assert given["LabApp.news_url"] == "None" and given["LabApp.extension_manager"] == "readonly"
    assert given["LabApp.check_for_updates_class"] == "jupyterlab.NeverCheckForUpdate"
    app = LabApp()
    app.parse_command_line([o for o in lab() if o.startswith("--LabApp")])
    assert (
        app.news_url is None
        and app.extension_manager == "readonly"
        and app.check_for_updates_class.__name__ == "NeverCheckForUpdate"
    )


def test_the_page_itself_does_not_ask_about_news(monkeypatch):
    from jupyterlab_server.settings_utils import _get_overrides

    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(ROOT / "notebooks" / ".jupyter"))
    found, error = _get_overrides("")
    assert not error and found["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
