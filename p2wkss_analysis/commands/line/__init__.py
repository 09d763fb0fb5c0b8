"""The command line itself: options, limits, paths, languages, streams."""
