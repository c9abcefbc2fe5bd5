"""Lines of text as Pillow lays them out by itself, whole, in one font: what our pieces are compared with."""

from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFont

from runtime.languages import Direction

SIZE = 40
ALL_IN_ONE = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
"""A font with Latin and Arabic letters."""


@cache
def _font(size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(ALL_IN_ONE, size_px, layout_engine=ImageFont.Layout.RAQM)


def whole(text: str, direction: Direction = "rtl", size_px: int = SIZE, mode: str = "L") -> Image.Image:
    """The line in one go, trimmed to its ink."""
    image = Image.new(mode, (60 * size_px, 4 * size_px))
    pen = ImageDraw.Draw(image)
    pen.text((size_px, 2 * size_px), text, fill=255, font=_font(size_px), anchor="ls", direction=direction)
    return ink(image)


def ink(image: Image.Image) -> Image.Image:
    """The image without what is empty around it."""
    return image.crop(image.getbbox() or (0, 0, 1, 1))


def likeness(one: Image.Image, other: Image.Image) -> float:
    """1 where two pictures have the same ink, 0 where they share none."""
    size = (max(one.width, other.width), max(one.height, other.height))
    a, b = (Image.new("L", size) for _ in range(2))
    a.paste(one)
    b.paste(other)
    differing = sum(ImageChops.difference(a, b).tobytes())
    return 1 - differing / max(1, sum(a.tobytes()) + sum(b.tobytes()))
