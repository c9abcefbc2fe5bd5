"""Colour pictures at the size at which they are shown: emoji and picture files, kept as PNG.

Kivy cannot draw colour fonts; Pillow can, at the one size that Noto Color Emoji has.
"""

import hashlib
import logging
import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

EMOJI_FONT: Final = Path("/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf")
EMOJI_PACKAGE: Final = "fonts-noto-color-emoji"
_EMOJI_SIZE: Final = 109
_LARGEST_PX: Final = 4096

log = logging.getLogger(__name__)


class PictureError(Exception):
    """A picture cannot be drawn; the text says which and why."""


def emoji_file(emoji: str, width_px: int, height_px: int) -> Path:
    """A PNG file with the emoji, cropped, as large as fits in that width and height.

    Raises:
        PictureError: the font is not installed.
    """
    if not EMOJI_FONT.is_file():
        raise PictureError(f"no font {EMOJI_FONT}: install the package {EMOJI_PACKAGE}")
    kept = kept_file(f"emoji {emoji} {width_px}x{height_px}")
    if not kept.is_file():
        keep(_fitted(_emoji(emoji), width_px, height_px), kept)
    return kept


def picture_file(source: Path, width_px: int, height_px: int) -> Path:
    """A PNG file with the picture of `source`, as large as fits in that width and height.

    Raises:
        PictureError: there is no such file, or it is no picture.
    """
    from PIL import Image

    try:
        kept = kept_file(f"file {source.resolve()} {source.stat().st_mtime_ns} {width_px}x{height_px}")
        if not kept.is_file():
            with Image.open(source) as picture:
                if max(picture.size) > _LARGEST_PX:
                    raise PictureError(f"{source} is larger than {_LARGEST_PX} pixels")
                keep(_fitted(picture.convert("RGBA"), width_px, height_px), kept)
    except OSError as fault:
        raise PictureError(f"cannot show the picture {source}: {fault}") from fault
    return kept


@cache
def picture_size(file: Path) -> tuple[int, int]:
    """Width and height of a picture that is kept, in pixels."""
    from PIL import Image

    with Image.open(file) as picture:
        return picture.size


def kept_file(key: str) -> Path:
    """Where the picture with that key is kept, made or not."""
    return _folder() / f"{hashlib.sha256(key.encode()).hexdigest()[:24]}.png"


def keep(picture: "Image", kept: Path) -> None:
    """Write the picture whole or not at all, for programs that share the folder."""
    with tempfile.NamedTemporaryFile(dir=kept.parent, suffix=".part", delete=False) as part:
        picture.save(part, "PNG")
    Path(part.name).replace(kept)


@cache
def _folder() -> Path:
    given = os.environ.get("CACHE_DIRECTORY") or os.environ.get("XDG_CACHE_HOME")
    folder = (Path(given) if given else Path.home() / ".cache") / "aan-de-beurt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fault = "" if os.access(folder, os.W_OK) else "it is not ours to write in"
    except OSError as error:
        fault = str(error)
    if not fault:
        return folder
    passing = Path(tempfile.mkdtemp(prefix="beurt-pictures-"))
    log.warning("pictures are kept in %s until the next start, and not in %s: %s", passing, folder, fault)
    return passing


def _emoji(emoji: str) -> "Image":
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(str(EMOJI_FONT), _EMOJI_SIZE)
    drawn = Image.new("RGBA", (4 * _EMOJI_SIZE, 2 * _EMOJI_SIZE), (0, 0, 0, 0))
    ImageDraw.Draw(drawn).text((_EMOJI_SIZE, _EMOJI_SIZE // 4), emoji, font=font, embedded_color=True)
    return drawn.crop(drawn.getbbox())


def _fitted(picture: "Image", width_px: int, height_px: int) -> "Image":
    from PIL import Image

    share = min(width_px / picture.width, height_px / picture.height)
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    return picture.resize(size, Image.Resampling.LANCZOS)
