"""Forms for the phone (XLSForm), from the same column dictionary as the workbook."""
