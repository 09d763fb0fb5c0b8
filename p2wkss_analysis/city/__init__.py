"""One city's workbook: every question asked once, for command, notebook, report and explorer."""
