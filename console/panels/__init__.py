"""What opens on the desk's page: a question with its answers as buttons, ready to be drawn."""
