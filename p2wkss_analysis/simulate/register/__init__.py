"""A household register of any size with known answers: real places, made-up households, written piece by piece."""

from .register import LAST, SimulatedRegister, simulate_register

__all__ = ["LAST", "SimulatedRegister", "simulate_register"]
