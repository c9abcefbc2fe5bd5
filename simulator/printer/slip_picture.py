"""Draws a slip as a person sees it: white paper with its cut or torn edge on a calm ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from simulator.printer.paper import Slip

GROUND, PAPER, INK, SHADE = 0xEC, 0xFF, 0x17, 0xC4
BORDER_DOTS = 28
SHADE_DOTS = 6
TOOTH_WIDTH_DOTS, TOOTH_HEIGHT_DOTS = 10, 5


def draw_slip(slip: Slip) -> Image.Image:
    """A grey picture, one pixel a dot."""
    paper = slip.ink.convert("L").point([PAPER, *[INK] * 255])
    shape = _shape(paper.width, paper.height, is_torn=slip.is_torn)
    size = (paper.width + 2 * BORDER_DOTS, paper.height + 2 * BORDER_DOTS)
    ground = _shaded_ground(shape, size)
    ground.paste(paper, (BORDER_DOTS, BORDER_DOTS), shape)
    return ground


def _shape(width: int, height: int, *, is_torn: bool) -> Image.Image:
    shape = Image.new("L", (width, height), 255)
    if is_torn and height > TOOTH_HEIGHT_DOTS:
        pen = ImageDraw.Draw(shape)
        low = height - 1
        for left in range(-TOOTH_WIDTH_DOTS // 2, width, TOOTH_WIDTH_DOTS):
            gap = [(left, low), (left + TOOTH_WIDTH_DOTS // 2, low - TOOTH_HEIGHT_DOTS), (left + TOOTH_WIDTH_DOTS, low)]
            pen.polygon([*gap, (left, low)], fill=0)
    return shape


def _shaded_ground(shape: Image.Image, size: tuple[int, int]) -> Image.Image:
    ground = Image.new("L", size, GROUND)
    fall = Image.new("L", size, 0)
    fall.paste(shape, (BORDER_DOTS, BORDER_DOTS + SHADE_DOTS // 2))
    soft = fall.filter(ImageFilter.GaussianBlur(SHADE_DOTS))
    ground.paste(SHADE, (0, 0, *size), ImageChops.multiply(soft, Image.new("L", size, 160)))
    return ground
