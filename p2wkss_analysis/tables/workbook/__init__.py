"""The city's workbook: template, check, marked copy, settings."""
