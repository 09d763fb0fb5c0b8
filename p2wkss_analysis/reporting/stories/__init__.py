"""What is said, in which order."""
