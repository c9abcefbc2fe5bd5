from kiosk_play import menu, play, settings

__all__ = ["menu", "play", "settings"]
