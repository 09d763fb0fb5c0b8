"""Past choices held against need and against official lists."""
