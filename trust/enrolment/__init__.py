"""How a box asks the hub for a certificate: the first time with what IT put on its card, later with its own."""
