"""Proxies: published figures of villages that stand in for what a city would measure, how strong each is, where they point."""
