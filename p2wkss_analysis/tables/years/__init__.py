"""Years of one city: the workbook of the next year, prepared from this year's, and several years joined."""
