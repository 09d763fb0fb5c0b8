"""The arithmetic of the need index: screen, treat, normalise, weigh, aggregate."""
