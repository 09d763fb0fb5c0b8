"""The chapters of a city's report, one question a file; each turns results into blocks and computes nothing."""
