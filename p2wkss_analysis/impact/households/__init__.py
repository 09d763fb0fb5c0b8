"""Did it help the households: two or more visits, on both sides."""
