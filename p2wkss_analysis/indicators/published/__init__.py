"""Published figures over the years: where a series breaks, which figures are odd, what must hold between them."""
