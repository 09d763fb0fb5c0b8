"""The sentences of the open report, one chapter a file."""
