"""The rooms of the house, as the checks of the house go through them."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = (
    "board",
    "console",
    "display",
    "doctor",
    "firmware_config",
    "hub",
    "kiosk",
    "queueing",
    "runtime",
    "screenkit",
    "simulator",
    "trust",
    "upkeep",
    "voices",
    "wire",
)
