"""The open tables: every question the open report asks, and the real case of the village index."""
