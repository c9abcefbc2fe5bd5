"""How a text is written, whatever shows it: its letters, their order, and where a line may end; knows no fonts."""
