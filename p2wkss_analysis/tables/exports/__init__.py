"""Exports of other systems, imported through a saved mapping."""
