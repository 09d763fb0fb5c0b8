"""What the chapters of a city's report say, one file a chapter."""
