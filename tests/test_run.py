"""`python3 run.py lab`: the project's own settings are ones that the installed JupyterLab knows."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run():
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def lab():
    return run().commands("lab", ["--no-browser"])


def test_files_are_those_of_the_folder_where_the_command_is_typed(monkeypatch):
    made, called = run(), []
    monkeypatch.setattr(made, "set_up", lambda: None)
    monkeypatch.setattr(
        made.subprocess, "run", lambda command, cwd, env: called.append(cwd) or made.subprocess.CompletedProcess(command, 0)
    )
    assert made.main(["p2wkss", "check", "kota.xlsx"]) == made.main(["report"]) == 0
    assert called == [None, ROOT]


def test_lab_opens_the_project_and_asks_nothing_of_the_internet():
    from jupyter_server.serverapp import ServerApp
    from jupyter_server.services.contents.filemanager import FileContentsManager
    from jupyterlab.labapp import LabApp
    from nbconvert.exporters import HTMLExporter

    known = {kind.__name__: kind for kind in (ServerApp, FileContentsManager, LabApp, HTMLExporter)}
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

    for key, value in run().lab_language([])[0].items():
        monkeypatch.setenv(key, value)
    found, error = _get_overrides("")
    assert not error and found["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert "@jupyterlab/translation-extension:plugin" not in found


def test_lab_opens_in_bahasa_indonesia_where_it_is_asked_to(monkeypatch):
    from jupyterlab_server.settings_utils import _get_overrides
    from jupyterlab_server.translation_utils import get_language_pack

    environment, rest = run().lab_language(["--lang", "id", "--no-browser"])
    assert rest == ["--no-browser"] and environment["P2WKSS_LANG"] == "id"
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    found, error = _get_overrides("")
    locale = found["@jupyterlab/translation-extension:plugin"]["locale"]
    assert not error and found["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    pytest.importorskip("jupyterlab_language_pack_id_ID", reason="the language pack of JupyterLab is not installed")
    assert get_language_pack(locale)[0]["jupyterlab"]["Settings"] == ["Pengaturan"]


def test_a_notebook_goes_to_paper_with_its_own_sheet(monkeypatch):
    import nbformat
    from nbconvert.exporters import HTMLExporter

    monkeypatch.setenv("JUPYTER_PATH", run().lab_language([])[0]["JUPYTER_PATH"])
    name = next(option.split("=")[1] for option in lab() if option.startswith("--HTMLExporter"))
    cell = nbformat.v4.new_code_cell("1", outputs=[])
    page, _ = HTMLExporter(template_name=name).from_notebook_node(nbformat.v4.new_notebook(cells=[cell]))
    assert "@page" in page and "overflow: visible !important" in page and "jp-CodeCell" in page
