"""What the two Kivy programs share: application base, palette, sizes, widgets; imports wire and runtime."""
