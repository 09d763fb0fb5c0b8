"""Profiles and rubrics: the items a village is judged by, as data."""
