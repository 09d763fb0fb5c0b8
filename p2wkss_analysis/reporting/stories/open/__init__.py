"""The chapters of the report, one question a file; each turns results into blocks and computes nothing."""
