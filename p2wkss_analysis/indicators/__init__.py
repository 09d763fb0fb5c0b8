"""Floor 3. Indicators: one official definition a file."""
