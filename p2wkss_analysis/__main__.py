"""`python -m p2wkss_analysis ...` is `p2wkss ...`."""

import sys


def main() -> int:
    """Run one command; returns the exit code."""
    try:
        from .cli import main as run

        return run()
    except KeyboardInterrupt:  # so early that there are no words for it yet
        return 130


if __name__ == "__main__":
    sys.exit(main())
