"""The nouns an analyst works with: a city, a province, what is published; with answers, pictures and pages."""
