"""Files: read ones remembered, written ones whole or not at all, and where writing is allowed."""
