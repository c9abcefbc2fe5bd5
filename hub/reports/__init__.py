"""Tables of what was asked and what came of it; what is published hides small numbers."""
