"""Floor 0. How a result shows itself: a sentence and a clean table, in JupyterLab and on a terminal."""

from .answer import Unanswered, ask
from .result import Shown

__all__ = ["Shown", "Unanswered", "ask"]
