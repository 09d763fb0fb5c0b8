"""Papers for the meeting that decides: brief, slides, matrix by agency, draft decrees and minutes; nothing is computed here."""
