"""Owns the queue: one inbox, one loop, one database; imports queueing, wire and runtime."""
