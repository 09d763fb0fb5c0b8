"""The report of one city, from its filled-in workbook."""
