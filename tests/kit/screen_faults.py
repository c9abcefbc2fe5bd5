"""What may be wrong with a drawn screen: text cut off, things over each other, things too small or close to touch."""

from collections.abc import Sequence
from itertools import combinations

from PIL import Image

from screenkit.boxes import Box
from screenkit.drawn import Drawn, Picture, Ring, Touch, Words
from screenkit.palette import Colour
from screenkit.sizes import Scale

LEAST_MM = 20.0
GAP_MM = 3.0


def faults_of(parts: Sequence[Drawn], scale: Scale) -> list[str]:
    """Each fault in words."""
    words = [part for part in parts if isinstance(part, Words)]
    pictures = [part for part in parts if isinstance(part, Picture)]
    buttons = [part for part in parts if isinstance(part, Touch)]
    return [*_cut(words, scale), *_over_each_other(words, pictures, buttons), *_hard_to_touch(buttons, scale)]


def faults_in(picture: Image.Image, parts: Sequence[Drawn], paper: Colour) -> list[str]:
    """What the picture of a window lacks of what was drawn in it: its ground, or the ink of any words."""
    shown = picture.convert("RGB")
    ground = [] if shown.getpixel((2, 2)) == _rgb(paper) else ["another window lies over it"]
    texts = [part for part in parts if isinstance(part, Words) and part.text]
    return [*ground, *(f"not to be seen: {each.text!r}" for each in texts if not _is_seen(shown, each))]


def _is_seen(picture: Image.Image, words: Words) -> bool:
    ink = words.ink
    part = picture.crop((ink.x, ink.y, ink.right, ink.bottom))
    colours = {colour for _, colour in part.getcolors(part.width * part.height) or []}
    return len(colours) > 1 and _rgb(words.colour) in colours


def _rgb(colour: Colour) -> tuple[int, ...]:
    return tuple(round(255 * part) for part in colour[:3])


def ring_faults(parts: Sequence[Drawn], scale: Scale) -> list[str]:
    """What is wrong with the focus ring, where there is one."""
    ring = next((part for part in parts if isinstance(part, Ring)), None)
    if ring is None:
        return ["there is no ring"]
    outer = ring.box.inset(-2 * ring.thick)
    window = Box(0, 0, *scale.pixels)
    found = [] if window.holds(outer) else [f"the ring is outside the window: {outer}"]
    texts = [part for part in parts if isinstance(part, Words) and part.text]
    return found + [f"the ring lies over {part.text!r}" for part in texts if _crosses(outer, ring.box, part.ink)]


def mm_of(box: Box, scale: Scale) -> tuple[float, float]:
    """Width and height in real millimetres, each by its own side of the screen."""
    (wide, high), (across, down) = scale.screen.millimetres, scale.pixels
    return box.width * wide / across, box.height * high / down


def lines_of(words: Words) -> list[Box]:
    """Where the letters of each line are."""
    fitted = words.fitted
    height = round((fitted.reach.above + fitted.reach.below) * fitted.size_px)
    return [Box(line.x, line.base - fitted.above_px, line.width, height) for line in words.lines]


def apart_mm(one: Box, other: Box, scale: Scale) -> float:
    """How far two boxes are apart, in millimetres."""
    across = max(one.x - other.right, other.x - one.right, 0)
    down = max(one.y - other.bottom, other.y - one.bottom, 0)
    return max(mm_of(Box(0, 0, across, down), scale))


def _crosses(outer: Box, inner: Box, ink: Box) -> bool:
    return outer.overlaps(ink) and not inner.holds(ink)


def _cut(words: list[Words], scale: Scale) -> list[str]:
    window = Box(0, 0, *scale.pixels)
    torn = [f"cut off: {each.text!r}" for each in words if not each.fitted.is_whole]
    outside = [f"outside its box: {each.text!r}" for each in words if each.text and not each.box.holds(each.ink)]
    return [*torn, *outside, *(f"outside the window: {each.text!r}" for each in words if not window.holds(each.box))]


def _over_each_other(words: list[Words], pictures: list[Picture], buttons: list[Touch]) -> list[str]:
    things = [(repr(each.text), each.ink) for each in words if each.text]
    found = [f"{one} lies over {two}" for (one, a), (two, b) in combinations(things, 2) if a.overlaps(b)]
    found += [
        f"a picture lies over {each.text!r}"
        for each in words
        for line in lines_of(each)
        for picture in pictures
        if picture.ink.overlaps(line)
    ]
    things += [("a picture", each.ink) for each in pictures]
    boxes = [button.box for button in buttons]
    found += [f"{one} lies over {two}" for one, two in combinations(boxes, 2) if one.overlaps(two)]
    halves = [(name, box) for name, box in things for button in boxes if box.overlaps(button) and not button.holds(box)]
    return [*found, *(f"{name} sticks out of its button" for name, _ in halves)]


def _hard_to_touch(buttons: list[Touch], scale: Scale) -> list[str]:
    small = [each.name for each in buttons if min(mm_of(each.box, scale)) < LEAST_MM]
    close = [
        (one.name, other.name)
        for one, other in combinations(buttons, 2)
        if apart_mm(one.box, other.box, scale) < GAP_MM - 0.01
    ]
    return [*(f"too small to touch: {name}" for name in small), *(f"too close: {pair}" for pair in close)]
