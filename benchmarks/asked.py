"""The command line of a benchmark: `--help` says what it measures, and a wrong word is refused before anything is measured."""

from __future__ import annotations

import argparse
import sys


def asked(**options) -> argparse.Namespace:
    """What was typed, by name. A number or text is a place on the command line with what stands there if it is left out, a list
    takes all that follow, and False is a flag `--name`.
    """
    parser = argparse.ArgumentParser(
        description=sys.modules["__main__"].__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, usual in options.items():
        if usual is False:
            parser.add_argument(f"--{name}", action="store_true")
        elif isinstance(usual, list):
            parser.add_argument(name, nargs="*", default=usual, type=type(usual[0]) if usual else str)
        else:
            parser.add_argument(name, nargs="?", default=usual, type=type(usual))
    return parser.parse_args()
