"""What the kiosk and the display speak with: voices, loudness and the way to the loudspeaker; imports only runtime."""
