"""What impact says, one topic a file."""
