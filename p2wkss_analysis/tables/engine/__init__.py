"""Where rows live that are too many for a workbook: DuckDB by default, Spark when outgrown; knows no indicator."""
