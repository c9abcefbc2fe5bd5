"""Where else a report goes: Prometheus, Home Assistant, and whoever wants to be pushed."""
