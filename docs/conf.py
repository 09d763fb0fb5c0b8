"""Sphinx settings of the documentation site. `docs/build.py` calls Sphinx once a language; nothing is fetched."""

import gc
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
import docstrings

import p2wkss_analysis

gc.set_threshold(100_000, 50, 100)  # pages are trees of very many small things: looking among them for garbage takes long

project = "p2wkss_analysis"
author = copyright = "The p2wkss_analysis authors"
release = version = p2wkss_analysis.__version__
language = "id"  # -D language=en for the other
extensions = ["sphinx.ext.autodoc", "myst_parser", "offline"]

source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
myst_enable_extensions = ["attrs_block", "colon_fence", "deflist", "dollarmath"]
exclude_patterns = ["rates.md", "laws.md"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_ambiguous"]

default_role = "py:obj"  # single backticks in docstrings: a link where it can be one, otherwise code
add_module_names = False
autodoc_typehints = "none"
autodoc_member_order = "bysource"
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = f"{project} {release}"
templates_path = [str(Path(__file__).parent / "_templates")]
html_static_path = [str(Path(__file__).parent / "_static")]
html_css_files = ["site.css"]
html_copy_source = html_show_sourcelink = html_show_copyright = html_use_index = False
html_show_search_summary = False  # a page opened as a file may not read other files
html_math_renderer = "mathml"
html_theme_options = {"top_of_page_buttons": []}
html_domain_indices = False
pygments_style, pygments_dark_style = "friendly", "github-dark"


def setup(app):
    docstrings.connect(app)
