"""Going over to another version, and back by itself where that one is no good."""
