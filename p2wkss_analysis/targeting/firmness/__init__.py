"""How firm a ranking is: other weights, draws, what would have to change."""
