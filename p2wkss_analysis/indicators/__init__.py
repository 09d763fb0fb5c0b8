"""Indicators: one official definition a file."""
