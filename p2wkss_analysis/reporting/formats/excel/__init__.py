"""The report's figures as an Excel workbook."""
