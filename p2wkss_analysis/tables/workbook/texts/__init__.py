"""What the check of a workbook says to the person who fills it in, and what its guide explains."""
