"""Maps: tiles or true shapes, classes, labels, insets."""
