"""Commands for a whole country: what becomes of one table of all its villages."""
