"""Choosing households: the list, ties, places reserved, minutes."""
