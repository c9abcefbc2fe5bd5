"""What goes on a card with stock Raspberry Pi OS, so that it becomes a box of a branch."""
