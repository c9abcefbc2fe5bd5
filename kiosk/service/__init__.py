"""The menu for whoever looks after the kiosk: behind a held corner and a PIN; no Kivy."""
