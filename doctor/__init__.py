"""Says how a box is doing, and what to do about what is wrong."""
