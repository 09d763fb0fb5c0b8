"""What the site needs to work from a USB stick and in an office: formulas the browser draws itself, the link to the
other language, and the theme's own words in Bahasa Indonesia."""

from docutils.utils.math.latex2mathml import tex2mathml

WORDS = {  # of the theme and of Sphinx, which neither has in Bahasa Indonesia
    "Back to top": "Kembali ke atas",
    "Home": "Beranda",
    "Made with ": "Dibuat dengan ",
    "Next": "Berikutnya",
    "On this page": "Di halaman ini",
    "Previous": "Sebelumnya",
    '<a href="https://www.sphinx-doc.org/">Sphinx</a> and ': '<a href="https://www.sphinx-doc.org/">Sphinx</a> dan ',
    "Skip to content": "Langsung ke isi",
    "Raises": "Kesalahan",
    "Returns": "Hasil",
    "Please activate JavaScript to enable the search functionality.": "Aktifkan JavaScript untuk mencari.",
}
OTHER = {"id": ("en", "English"), "en": ("id", "Bahasa Indonesia")}


def setup(app):
    app.add_html_math_renderer("mathml", (_inline, None), (_block, None))
    app.connect("builder-inited", _speak)
    app.connect("html-page-context", _switch)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _speak(app):
    if app.config.language == "id":
        from sphinx.locale import get_translator

        get_translator("sphinx", "general")._catalog.update(WORDS)


def _inline(self, node):
    from docutils.nodes import SkipNode

    self.body.append(tex2mathml(node.astext()))
    raise SkipNode


def _block(self, node):
    from docutils.nodes import SkipNode

    self.body.append(f'<div class="formula">{tex2mathml(node.astext(), as_block=True)}</div>')
    raise SkipNode


def _switch(app, pagename, templatename, context, doctree):
    """Every page begins with the way to itself in the other language."""
    language, name = OTHER[app.config.language]
    up = "../" * (pagename.count("/") + 1)
    page = "index" if pagename == "genindex" else pagename
    context["other_language"] = (
        f'<p class="other-language"><a href="{up}{language}/{page}.html" hreflang="{language}" lang="{language}">{name}</a></p>'
    )
    if "body" in context:
        context["body"] = context["other_language"] + context["body"]
