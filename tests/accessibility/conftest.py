from console_house import common_house, house, make_house
from console_staff import browser, staff
from display_window import hub, show, x_display
from kiosk_play import menu, play, settings

__all__ = [
    "browser",
    "common_house",
    "house",
    "hub",
    "make_house",
    "menu",
    "play",
    "settings",
    "show",
    "staff",
    "x_display",
]
