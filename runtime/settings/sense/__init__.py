"""What no single value can tell: whether the parts of a branch file fit together."""
