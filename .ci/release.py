"""Whether a tag may be built: tag, version, CITATION.cff and the newest heading of CHANGELOG.md say the same.

python .ci/release.py v0.2.0
"""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def faults(tag: str, root: Path = ROOT) -> list[str]:
    """What differs, a sentence each; none where the tag may be built."""

    def first(name: str, pattern: str) -> str:
        found = re.search(pattern, (root / name).read_text(encoding="utf-8"), re.MULTILINE)
        return found[1] if found else "nothing"

    said = {
        "p2wkss_analysis/__init__.py": first("p2wkss_analysis/__init__.py", r'^__version__ = "(.+)"$'),
        "CITATION.cff": first("CITATION.cff", r"^version: (\S+)$"),
        "CHANGELOG.md": first("CHANGELOG.md", r"^## \[(.+?)\](?: - \d{4}-\d\d-\d\d)?$"),
    }
    wrong = [f"{name} says {version}, the tag says {tag}." for name, version in said.items() if f"v{version}" != tag]
    if not wrong and first("CHANGELOG.md", r"^## \[.+?\] - (\d{4}-\d\d-\d\d)$") != first(
        "CITATION.cff", r"^date-released: (\S+)$"
    ):
        wrong.append("CHANGELOG.md and CITATION.cff give different days.")
    return wrong


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        raise SystemExit(__doc__)
    if found := faults(sys.argv[1]):
        raise SystemExit("\n".join(found))
    print(f"{sys.argv[1]}: version, CITATION.cff and CHANGELOG.md agree.")
