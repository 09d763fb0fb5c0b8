"""The methods shown beside the headline one, and what is known of their errors."""
