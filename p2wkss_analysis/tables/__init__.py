"""Tables: the one door through which files come in, typed and checked, or with every fault named."""
