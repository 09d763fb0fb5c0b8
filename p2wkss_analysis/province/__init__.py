"""Many cities' workbooks together: one registry, one panel, and what they can answer."""
