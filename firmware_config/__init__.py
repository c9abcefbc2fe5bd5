"""What makes a bare Raspberry Pi a kiosk, a display or both."""
