"""Figures that the user adds: a table as BPS gives it, read or refused, and laid over the open tables."""
