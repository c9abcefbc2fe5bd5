"""The visitor's touchscreen, ticket and voice; imports screenkit, wire and runtime."""
