"""Places: codes and names, equal tiles, boundaries."""
