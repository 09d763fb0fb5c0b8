"""The nouns an analyst works with: a city, with its answers, pictures and pages."""
