"""The commands of `p2wkss`: each reads its options, calls a function, prints its result."""
