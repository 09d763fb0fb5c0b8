"""What the explorer says: words of the page, its layers, the breakdown of the change."""
