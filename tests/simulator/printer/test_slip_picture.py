from __future__ import annotations

from PIL import Image

from simulator.printer.head import head_for
from simulator.printer.paper import Slip
from simulator.printer.slip_picture import BORDER_DOTS, GROUND, INK, PAPER, draw_slip


def picture(*, is_torn: bool) -> Image.Image:
    ink = Image.new("1", (640, 200))
    ink.paste(1, (100, 50, 300, 60))
    return draw_slip(Slip(head_for(576), ink, is_torn=is_torn))


def test_each_dot_is_one_pixel_of_ink_on_white_paper() -> None:
    image = picture(is_torn=False)

    assert image.size == (640 + 2 * BORDER_DOTS, 200 + 2 * BORDER_DOTS)
    assert image.point(lambda tone: 255 * (tone <= INK)).getbbox() == (128, 78, 328, 88)
    assert image.getpixel((BORDER_DOTS, BORDER_DOTS)) == PAPER
    assert image.getpixel((0, 0)) == GROUND


def test_torn_paper_has_teeth_and_cut_paper_has_none() -> None:
    def low_row(image: Image.Image) -> set[bool]:
        row = BORDER_DOTS + 197
        return {image.getpixel((x, row)) == PAPER for x in range(BORDER_DOTS, BORDER_DOTS + 640)}

    assert low_row(picture(is_torn=False)) == {True}
    assert low_row(picture(is_torn=True)) == {True, False}
