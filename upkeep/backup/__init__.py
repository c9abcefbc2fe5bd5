"""Copies of closed days: made every day, fourteen kept, each tried before it counts."""
