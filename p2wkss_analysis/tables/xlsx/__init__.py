"""An .xlsx file as it stands: its parts, cells and formats, read within limits."""
