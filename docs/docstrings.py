"""Docstrings of the package as pages show them: the project's own plain style, turned into reStructuredText.

Sections are underlined with dashes; an entry is `name : text`, or `name: text` in running prose. Everything else is
text, in which only backticks and **bold** mean anything.
"""

import inspect
import re

FIELDS = {"Parameters": "param", "Raises": "raises", "Returns": "returns"}
_ENTRY = re.compile(r"^([\w.*]+(?:, [\w.*]+)*) ?: (.*)$")


def connect(app) -> None:
    app.connect("autodoc-process-docstring", _process)
    app.connect("autodoc-process-signature", _signature)


def _process(app, what, name, thing, options, lines) -> None:
    try:
        names = list(inspect.signature(thing).parameters)
    except (TypeError, ValueError):
        names = []
    lines[:] = restructured(lines, names)


def _signature(app, what, name, thing, options, signature, result):
    """A result is made by a function, not by its user: its constructor is not shown."""
    return ("" if what == "class" and not getattr(thing, "_shown_signature", False) else signature), result


def restructured(lines: list[str], names: list[str] = ()) -> list[str]:
    """The lines of a docstring as reStructuredText; `names` are the parameters of what it documents."""
    out: list[str] = []
    blocks, field = _blocks(lines), None
    for block in blocks:
        if len(block) > 1 and set(block[1].strip()) == {"-"} and len(block[1].strip()) > 2:
            field, block = block[0].strip(), block[2:]
            if field not in FIELDS:
                out += [f"**{escaped(field)}**", ""]
                field = None
            if not block:
                continue
        if block[0].lstrip().startswith(">>>"):
            out += [line.strip() if line.lstrip().startswith((">>>", "...")) else line for line in _dedented(block)]
            field = None
        elif field:
            out += _fields(block, FIELDS[field])
            field = None
        elif names and _is_list(block, names):
            out += _fields(block, "param")
        else:
            out += _paragraph(block, names)
        out.append("")
    return out


def _blocks(lines):
    """Runs of lines between empty ones; an example is a run of its own."""
    blocks, block = [], []
    for line in lines:
        example = line.lstrip().startswith(">>>")
        if not line.strip() or (example and block and not any(b.lstrip().startswith(">>>") for b in block)):
            if block:
                blocks.append(block)
            block = []
        if line.strip():
            block.append(line)
    return [*blocks, block] if block else blocks


def _dedented(block):
    least = min(len(line) - len(line.lstrip()) for line in block)
    return [line[least:] for line in block]


def _entries(block):
    """[(name, text)] of `name : text` with indented lines going on; a line that begins no entry belongs to the one above."""
    entries = []
    for line in _dedented(block):
        found = _ENTRY.match(line)
        if found and not line.startswith(" "):
            entries.append([found[1], found[2]])
        elif entries:
            entries[-1][1] += " " + line.strip()
        else:
            entries.append(["", line.strip()])
    return entries


def _is_list(block, names) -> bool:
    """Each line that is not indented begins with names of parameters."""
    starts = [_ENTRY.match(line) for line in _dedented(block) if not line.startswith(" ")]
    return len(starts) > 1 and all(s and set(s[1].split(", ")) <= set(names) for s in starts)


def _fields(block, field):
    if field == "returns":
        return [f":returns: {' '.join(escaped(line.strip()) for line in block)}"]
    out = []
    for name, text in _entries(block):
        if field == "param":
            plain = name.replace("*", r"\*")
            out.append(f":param {plain}: {escaped(text)}")
        else:
            out.append(f":raises {name}: {escaped(text)}" if name else escaped(text))
    return out


def _paragraph(block, names):
    text = " ".join(line.strip() for line in block) if not any(_bullet(line) for line in block) else None
    if text is None:
        out = []
        for line in block:
            out += ["", f"- {escaped(line.strip()[2:])}"] if _bullet(line) else [f"  {escaped(line.strip())}"]
        return out[1:] if out and not out[0] else out
    text = escaped(text)
    if names:  # "panel: a Panel; rule: ..." in running prose
        known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        text = re.sub(rf"(^|[.;] |\) )((?:{known})(?:, (?:{known}))*):(?= )", r"\1**\2**:", text)
    return [text]


def _bullet(line) -> bool:
    return line.lstrip().startswith(("- ", "* "))


def escaped(text: str) -> str:
    """Outside backticks and **bold** nothing is markup."""
    parts = re.split(r"(``[^`]+``|`[^`]+`|\*\*[^*`]+\*\*)", text)
    for i, part in enumerate(parts):
        if i % 2 == 0:
            parts[i] = re.sub(r"([\\*|`]|_(?!\w))", r"\\\1", part)
        elif part.startswith("`") and not part.startswith("``"):
            code = part[1:-1]
            # `.sites` is of the thing described, and no link can tell which class that is
            parts[i] = part if re.fullmatch(r"[A-Za-z_][\w.]*", code) else f"``{code}``"
        if i % 2 and i + 1 < len(parts) and parts[i + 1][:1].isalnum():
            parts[i + 1] = "\\ " + parts[i + 1]  # markup must end at a word's edge
    return "".join(parts)
