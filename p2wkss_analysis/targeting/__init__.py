"""Where and whom: need, its stability, draw, audit, households. Never reaches impact."""
