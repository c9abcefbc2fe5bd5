"""One connection to the broker, kept up: only the link opens this door."""
