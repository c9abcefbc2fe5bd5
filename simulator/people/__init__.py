"""Simulated visitors and staff, who know the queue only through the wire."""
