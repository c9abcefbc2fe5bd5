"""Stand-ins for hardware and people, and the demo that puts them together; imports wire and runtime."""
