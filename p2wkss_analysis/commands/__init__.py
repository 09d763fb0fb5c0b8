"""Roof. The commands of `p2wkss`, one wing a file: each reads its options, calls a function, prints its result."""
