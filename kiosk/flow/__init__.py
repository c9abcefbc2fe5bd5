"""What the kiosk does with what happens: from where a visitor is to the next place; imports no Kivy."""
