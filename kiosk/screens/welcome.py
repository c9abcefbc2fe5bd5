"""The screen with one button."""

from typing import Final

from kiosk.screens import frame, notice
from kiosk.screens.buttons import base, picture_of
from kiosk.screens.paint import Paint
from kiosk.screens.paragraphs import Paragraph, put, set_in, write
from kiosk.view import Button, WelcomeView
from screenkit.boxes import Box
from screenkit.drawn import Drawn

BUTTON_SHARE: Final = 0.58
PICTURE_SHARE: Final = 0.30


def draw(paint: Paint, view: WelcomeView) -> list[Drawn]:
    """One button, and beside it what it is for; in portrait the button stands below, where a hand is."""
    around, content = frame.draw(paint, view.frame)
    if paint.scale.is_portrait:
        button, told = content.bottom_part(round(0.5 * content.height), paint.scale.px(48))
    else:
        button, told = content.left_part(round(BUTTON_SHARE * content.width), paint.scale.px(56))
    return [*around, *_button(paint, button, view.button), *_told(paint, told, view)]


def _button(paint: Paint, box: Box, button: Button) -> list[Drawn]:
    inner = box.inset(paint.scale.px(48), paint.scale.px(40))
    side, gap = round(PICTURE_SHARE * box.height), paint.scale.px(40)
    words = [Paragraph(button.text, "headline", "heavy", leading=1.14)]
    block = set_in(paint, inner.top_part(side, gap)[1], words)
    upper, lower = inner.centred(inner.width, side + gap + block.height).top_part(side, gap)
    return [
        base(paint, box, button, round(1.5 * paint.radius)),
        *picture_of(paint, upper, button, side),
        *put(block, lower, paint.tone(button.tone).text, across="centre"),
    ]


def _told(paint: Paint, box: Box, view: WelcomeView) -> list[Drawn]:
    sentences = [Paragraph(sentence) for sentence in view.sentences]
    if not view.notice:
        title = Paragraph(view.title, "headline", "heavy", leading=1.15, times=0.8)
        return write(paint, box, [title, *sentences], paint.palette.ink)
    told, rest = box.top_part(round(0.36 * box.height), paint.scale.px(32))
    return [*notice.draw(paint, told, view.notice), *write(paint, rest, sentences, paint.palette.ink)]
