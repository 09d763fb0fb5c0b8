"""What may leave the office: pseudonyms, small counts, numbers of families, earlier editions."""
