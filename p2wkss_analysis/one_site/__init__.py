"""One site on one page, filled in alike from a workbook and from the open tables."""
