"""The explorer: one page on which map, weights, ranking and chance of being chosen answer each other, without a network."""
