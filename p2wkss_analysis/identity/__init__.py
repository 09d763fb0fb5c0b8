"""Numbers of family cards and identity cards: found in any text, never said."""
