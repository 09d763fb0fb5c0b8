"""The headline method: sites compared with what their own history and the pool's years foretell."""
