"""Floor 1. Places: codes and names, equal tiles, boundaries."""
