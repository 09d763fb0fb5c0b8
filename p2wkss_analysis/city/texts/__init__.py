"""What a city's answers say, in both languages, one question a file."""
