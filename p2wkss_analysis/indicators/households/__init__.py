"""What is measured in households, each figure defined once: for the workbook's sheet and for registers of any size."""
