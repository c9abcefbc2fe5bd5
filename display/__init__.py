"""The waiting room's screen and voice; imports screenkit, wire and runtime."""
