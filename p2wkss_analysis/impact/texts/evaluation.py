"""What is said of an evaluation: its headline, what the data can show, its table, and wrong arguments."""

from __future__ import annotations

from ...say import Text

HEADLINE = Text("jawaban utama", "headline")
TOO_FEW_PLACEBOS = Text(
    "Pembandingnya sedikit, sehingga nilai p terkecil yang mungkin {p:<.3} dan selang kepercayaan 95% tidak terbatas.",
    "Few places can be compared, so the smallest possible p is {p:<.3} and the 95% interval is unbounded.",
)
