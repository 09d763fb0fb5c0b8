"""How the sites of a year were chosen: the record in the workbook read back, and a new choice written down."""
