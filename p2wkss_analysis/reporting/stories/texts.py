"""What is said where evidence or a long table moved to the appendix."""

from __future__ import annotations

from ...say import Text

APPENDIX_KEY = Text("lampiran", "appendix")  # of the chapter that holds them, always the last
APPENDIX = Text("Lampiran", "Appendix")
LONG_TABLES = Text("Tabel panjang", "Long tables")
OF_CHAPTER = Text("Bab {chapter}: {title}", "Chapter {chapter}: {title}")
EVIDENCE = Text("Selengkapnya dalam lampiran: {titles:;}", "In full in the appendix: {titles:;}")
IN_APPENDIX = Text(
    "Tabel {number} dalam lampiran ({rows:,} baris): {caption}",
    "Table {number} in the appendix ({rows:,} {rows:row|rows}): {caption}",
)
FROM_BPS = Text("Sumber: BPS.", "Source: BPS.")
