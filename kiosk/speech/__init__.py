"""What the kiosk says aloud, and the keys, headset and voice that go with it."""
