"""A sheet of the workbook before anybody fills it in: its lines for people, its look, its paper, what the press knows."""
