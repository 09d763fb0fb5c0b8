"""Floor 7. Reports: what is said and in which order; nothing is computed here."""
