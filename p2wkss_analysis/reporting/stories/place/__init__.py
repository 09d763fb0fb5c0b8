"""The chapters on one kabupaten, kota or province from published figures; each turns results into blocks and computes nothing."""
