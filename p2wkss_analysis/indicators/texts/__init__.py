"""What the indicators say, one definition a file."""
