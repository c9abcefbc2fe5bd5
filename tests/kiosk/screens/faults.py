"""What may be wrong with a drawn screen: text cut off, things over each other, things too small to touch."""

from itertools import combinations
from typing import Any

from kiosk.view import View, buttons_of
from screenkit.boxes import Box
from screenkit.drawn import Picture, Touch, Words
from screenkit.sizes import CAP_SHARE, Scale


def parts_of(screen: Any) -> list[Any]:
    """What stands on the screen."""
    return [widget.drawn for widget in screen.children]


def faults_of(screen: Any, scale: Scale) -> list[str]:
    """Each fault in words."""
    words = [each for each in parts_of(screen) if isinstance(each, Words)]
    pictures = [each for each in parts_of(screen) if isinstance(each, Picture)]
    buttons = [each for each in parts_of(screen) if isinstance(each, Touch)]
    return [*_cut(words, scale), *_over_each_other(words, pictures, buttons), *_hard_to_touch(buttons, scale)]


def facts_of(screen: Any, view: View, scale: Scale) -> dict[str, object]:
    """How high the capitals of each text are, which texts are asides, and where the fixed row is."""
    words = [each for each in parts_of(screen) if isinstance(each, Words) and each.text]
    buttons = {button.name: button.box for button in parts_of(screen) if isinstance(button, Touch)}
    row = [button for button in view.frame.row if button]
    details = [button.detail for button in buttons_of(view)]
    return {
        "capitals_mm": {each.text: round(each.fitted.size_px * CAP_SHARE * scale.mm_per_px, 1) for each in words},
        "asides": [view.frame.header, view.frame.language, *details, *(button.text for button in row)],
        "row": {
            button.control.kind: (box.x, box.y, box.width, box.height)
            for button in row
            for box in [buttons[button.control]]
        },
    }


def _cut(words: list[Words], scale: Scale) -> list[str]:
    window = Box(0, 0, *scale.pixels)
    torn = [f"cut off: {each.text!r}" for each in words if not each.fitted.is_whole]
    outside = [f"outside its box: {each.text!r}" for each in words if each.text and not each.box.holds(each.ink)]
    return [*torn, *outside, *(f"outside the window: {each.text!r}" for each in words if not window.holds(each.box))]


def _over_each_other(words: list[Words], pictures: list[Picture], buttons: list[Touch]) -> list[str]:
    things = [(repr(each.text), each.ink) for each in words if each.text] + [
        ("a picture", each.ink) for each in pictures
    ]
    found = [f"{one} lies over {two}" for (one, a), (two, b) in combinations(things, 2) if a.overlaps(b)]
    boxes = [button.box for button in buttons]
    found += [f"{one} lies over {two}" for one, two in combinations(boxes, 2) if one.overlaps(two)]
    halves = [(name, box) for name, box in things for button in boxes if box.overlaps(button) and not button.holds(box)]
    return [*found, *(f"{name} sticks out of its button" for name, _ in halves)]


def _hard_to_touch(buttons: list[Touch], scale: Scale) -> list[str]:
    least_mm, gap_mm = (20.0, 3.0) if min(scale.screen.millimetres) > 100 else (17.0, 3.0)
    small = [b.box for b in buttons if min(b.box.width, b.box.height) * scale.mm_per_px < least_mm]
    close = [
        (one.box, two.box)
        for one, two in combinations(buttons, 2)
        if one.box.inset(-round(gap_mm / scale.mm_per_px) + 1).overlaps(two.box)
    ]
    return [*(f"too small to touch: {box}" for box in small), *(f"too close: {pair}" for pair in close)]
