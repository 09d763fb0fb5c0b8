"""The notebooks travel in the wheel, without their outputs: `p2wkss notebooks` and `p2wkss notebook` need them anywhere.

All else about the build stands in pyproject.toml.
"""

import json
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

NOTEBOOKS = Path(__file__).resolve().parent / "notebooks"


class WithNotebooks(build_py):
    def run(self):
        super().run()
        if self.editable_mode:  # an editable installation reads notebooks/ itself
            return
        folder = Path(self.build_lib) / "p2wkss_analysis" / "notebooks"
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(NOTEBOOKS.glob("*.ipynb")):
            book = json.loads(path.read_text(encoding="utf-8"))
            for cell in book["cells"]:
                if cell["cell_type"] == "code":
                    cell.update(outputs=[], execution_count=None)
            (folder / path.name).write_text(json.dumps(book, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


setup(cmdclass={"build_py": WithNotebooks})
