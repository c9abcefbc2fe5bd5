"""What the waiting room is told: who is called, where to, and what else to know; pure, for window and browser."""
