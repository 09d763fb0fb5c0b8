"""What is published of one kabupaten, kota or province: where it stands, its years, places like it, its villages."""
