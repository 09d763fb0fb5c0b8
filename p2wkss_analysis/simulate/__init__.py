"""Data with a known truth: panels of unnamed places, and whole cities with real places and synthetic values."""

from .city import SimulatedCity, simulate_city
from .panel import NOISES, Noise, SimulatedPanel, choose, simulate_panel, untreated
from .register import SimulatedRegister, simulate_register

__all__ = [
    "NOISES",
    "Noise",
    "SimulatedCity",
    "SimulatedPanel",
    "SimulatedRegister",
    "choose",
    "simulate_city",
    "simulate_panel",
    "simulate_register",
    "untreated",
]
