"""Designs for households: one rule of choice, one estimator."""
