"""The lamp, the buzzer and the button beside the kiosk: somebody waits, and "I am coming"."""
