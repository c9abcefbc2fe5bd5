"""How a box without a branch file gets its settings: it shows a code, and the coordinator types that at the console."""
