"""What is said where a long table moved to the appendix."""

from __future__ import annotations

from ...say import Text

APPENDIX_KEY = Text("lampiran", "appendix")  # of the chapter that holds them, always the last
APPENDIX = Text("Lampiran", "Appendix")
LONG_TABLES = Text("Tabel panjang", "Long tables")
IN_APPENDIX = Text(
    "Tabel {number} dalam lampiran ({rows:,} baris): {caption}",
    "Table {number} in the appendix ({rows:,} {rows:row|rows}): {caption}",
)
