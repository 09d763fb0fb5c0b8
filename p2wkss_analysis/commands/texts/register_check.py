"""What `p2wkss check` says of the options that only a register of households has."""

from __future__ import annotations

from ...say import Text

ENGINE = Text("register: duckdb di komputer ini, atau spark", "register: duckdb on this computer, or spark")
COLUMN = Text(
    "register: nama kolom bila berbeda, misalnya village_code=kode_desa; boleh berulang",
    "register: name of a column where it differs, such as village_code=kode_desa; may be repeated",
)
MEMORY = Text('register: batas memori mesin, misalnya "2GB"', 'register: memory for the engine, such as "2GB"')
