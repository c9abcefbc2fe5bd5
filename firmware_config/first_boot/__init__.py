"""What runs once on a box, from its card, before anything of ours is installed."""
