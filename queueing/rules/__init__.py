"""How each command is judged; nothing here changes the picture."""
