"""How the kernel is to drive the screens of a box, as far as the branch file can tell."""

from dataclasses import dataclass

from firmware_config.box import Box
from runtime.settings.devices import Screen

CONNECTORS = ("HDMI-A-1", "HDMI-A-2")
"""In the order of the plugs: the kiosk's screen goes into the first, the waiting room's into the next."""


@dataclass(frozen=True, slots=True)
class Driven:
    """A screen's mode as `video=` takes it, and why it is told."""

    mode: str
    why: str


def screens(box: Box) -> tuple[Driven, ...]:
    """One for each plug; a screen more than there are plugs gets none."""
    wanted = [
        *(_of_kiosk(kiosk.screen, is_one_of_two=box.has_two_screens) for kiosk in box.kiosks),
        *(_of_display(each.screen) for each in box.displays),
    ]
    return tuple(Driven(f"{plug}:{mode}", why) for plug, (mode, why) in zip(CONNECTORS, wanted, strict=False))


def _of_kiosk(screen: Screen, *, is_one_of_two: bool) -> tuple[str, str]:
    if is_one_of_two:
        # D: were it off, its picture would be put on the television.
        return f"{_size(screen)}M@60D", "The touchscreen's own size, and its picture stays here though it is off."
    return f"{_size(screen)}M@60", "The touchscreen's own size, so that nothing is scaled."


def _of_display(screen: Screen) -> tuple[str, str]:
    # D: a picture is sent though nobody seems to watch.
    return f"{_size(screen)}M@60D", "The waiting room's screen, with a picture even when it was off at the start."


def _size(screen: Screen) -> str:
    """As the panel is made, lying: one that stands upright is turned by the compositor."""
    return f"{max(screen.pixels)}x{min(screen.pixels)}"
