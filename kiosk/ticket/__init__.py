"""What is on the paper, and the bytes that put it there; knows nothing of screens."""
