"""Reports: one document, its formats, and what is said in which order; nothing is computed here."""
