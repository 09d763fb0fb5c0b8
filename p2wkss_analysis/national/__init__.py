"""The whole country at once: need, clusters and effects of every kabupaten and kota from one table of village-years."""
