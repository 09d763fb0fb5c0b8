"""Floor 4. Data with a known truth: panels of unnamed places, and whole cities with real places and synthetic values."""

from .panel import NOISES, Noise, SimulatedPanel, choose, simulate_panel, untreated

__all__ = ["NOISES", "Noise", "SimulatedPanel", "choose", "simulate_panel", "untreated"]
