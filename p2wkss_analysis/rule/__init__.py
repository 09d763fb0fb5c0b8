"""How places and households were chosen, as data: both wings and the simulations read it."""

from .households import BY, HouseholdRule
from .places import Lots, LotsByYear, SelectionRule

__all__ = ["BY", "HouseholdRule", "Lots", "LotsByYear", "SelectionRule"]
