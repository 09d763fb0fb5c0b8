"""Floor 0. How a result shows itself: a sentence and a clean table, in JupyterLab and on a terminal."""

from .result import Shown

__all__ = ["Shown"]
