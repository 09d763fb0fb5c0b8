"""What is said of a list of households, one topic a file."""
