"""What the commands say: the help of their options, what they print, and what they refuse."""
