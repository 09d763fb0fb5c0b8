"""Units by years, the outcome's scale, and how the sites were chosen."""
