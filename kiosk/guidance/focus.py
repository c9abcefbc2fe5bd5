"""What has the focus, and where a key leads it; round and round, so that nobody is ever stuck."""

from collections.abc import Sequence

from kiosk.events import Key
from kiosk.guidance.items import Item
from kiosk.view import Place


def first_focus(items: Sequence[Item]) -> Place | None:
    """Where a new screen begins: at its first choice, or at its first text where there is nothing to choose."""
    wanted = (*_of(items, "choice"), *_of(items, "text"), *items)
    return wanted[0].place if wanted else None


def moved(items: Sequence[Item], focus: Place | None, key: Key) -> Place | None:
    """The focus after the key; None where there is nothing."""
    places = [item.place for item in items]
    if not places:
        return None
    if key in ("first", "last"):
        return places[0 if key == "first" else -1]
    if focus not in places:
        return first_focus(items)
    return places[(places.index(focus) + (1 if key == "next" else -1)) % len(places)]


def find(items: Sequence[Item], place: Place | None) -> Item | None:
    """What stands at the place."""
    return next((item for item in items if item.place == place), None)


def position(items: Sequence[Item], item: Item) -> tuple[int, int] | None:
    """The how manieth control it is of how many beside it; None for one that stands alone, and for a text."""
    beside = _of(items, item.group)
    if not item.is_control or len(beside) == 1:
        return None
    return [each.place for each in beside].index(item.place) + 1, len(beside)


def _of(items: Sequence[Item], group: str) -> list[Item]:
    return [item for item in items if item.group == group]
