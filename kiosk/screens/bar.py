"""Buttons beside each other, in as many lines as their words need."""

from collections.abc import Sequence

from kiosk.screens.buttons import GLYPHS, large
from kiosk.screens.paint import Paint
from kiosk.view import Button
from screenkit.boxes import Box
from screenkit.drawn import Drawn
from screenkit.sizes import Step


def lines_of(paint: Paint, width: int, buttons: Sequence[Button], step: Step = "body") -> list[list[Button]]:
    """The buttons in lines, so that each shows its words at their size."""
    lines: list[list[Button]] = []
    for button in buttons:
        longer = [*(lines[-1] if lines else []), button]
        if lines and (_whole(paint, longer, step) <= width or paint.is_tight):
            lines[-1] = longer
        else:
            lines.append([button])
    if len(lines) > 1 and len(lines[-1]) == 1 < len(lines[-2]):
        # Two short ones below look better than one as wide as the screen.
        fuller = [lines[-2][-1], *lines[-1]]
        if _whole(paint, fuller, step) <= width:
            lines[-2:] = [lines[-2][:-1], fuller]
    return lines


def _whole(paint: Paint, buttons: Sequence[Button], step: Step) -> int:
    return sum(wanted(paint, each, step) for each in buttons) + (len(buttons) - 1) * paint.gap


def height(paint: Paint, lines: Sequence[Sequence[Button]]) -> int:
    """Of all lines, in pixels."""
    return len(lines) * paint.button + (len(lines) - 1) * paint.gap if lines else 0


def bar(paint: Paint, box: Box, lines: Sequence[Sequence[Button]], step: Step = "body") -> list[Drawn]:
    """The lines from the top down; what is over of a line goes to all of its buttons alike."""
    parts: list[Drawn] = []
    for line, place in zip(lines, box.rows([1] * len(lines), paint.gap) if lines else [], strict=True):
        widths = _widths(paint, place.width - (len(line) - 1) * paint.gap, line, step)
        for button, cell in zip(line, place.columns(widths, paint.gap), strict=True):
            parts += large(paint, cell, button, step)
    return parts


def wanted(paint: Paint, button: Button, step: Step) -> int:
    """How wide a button is that shows its words at their size."""
    text = paint.width(button.text, paint.size(step), "strong", button.language)
    is_signed = button.is_on or (button.picture and (not paint.is_large or button.picture in GLYPHS))
    sign = round(0.62 * paint.button) + paint.scale.px(28) if is_signed else 0
    return max(paint.target, round(text) + sign + 2 * paint.scale.px(28))


def _widths(paint: Paint, width: int, line: Sequence[Button], step: Step) -> list[float]:
    """As wide as their words, and what is over, or lacks, shared; none narrower than a finger needs."""
    wishes = [wanted(paint, button, step) for button in line]
    over = width - sum(wishes)
    if over >= 0:
        return [wish + over / len(line) for wish in wishes]
    beyond = sum(wish - paint.target for wish in wishes)
    return [wish + over * (wish - paint.target) / beyond for wish in wishes]
