"""What the papers say, one paper a file."""
