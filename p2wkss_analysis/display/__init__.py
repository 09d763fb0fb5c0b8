"""How a result shows itself: a sentence and a clean table, in JupyterLab and on a terminal; and how far long work has come."""

from .answer import Unanswered, ask
from .result import Shown

__all__ = ["Shown", "Unanswered", "ask"]
