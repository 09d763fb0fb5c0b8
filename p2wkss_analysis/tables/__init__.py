"""Floor 2. Tables: the dictionary, and the one door through which files come in."""
