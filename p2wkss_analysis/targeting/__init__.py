"""Floor 5. Where and whom: need, its stability, draw, audit, households. Never imports impact."""
