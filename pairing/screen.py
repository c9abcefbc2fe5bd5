"""What a new box shows: the code as large as a text screen can, and the fingerprint, in Dutch."""

import sys
import textwrap
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, TextIO

from PIL import Image, ImageDraw, ImageFont

from pairing.code import shown, start_of

TTY: Final = Path("/dev/tty1")
WIDTH: Final = 72
LETTER_PX: Final = 19
TITLE: Final = "Deze zuil of dit scherm is nog van geen vestiging."
TYPE_IT: Final = "Typ deze letters op de computer van de balie: Apparaten, Koppelen."
SEEKING: Final = "Nog geen computer gevonden die apparaten koppelt. Zit de netwerkkabel erin? Is Koppelen aan?"
COMPARE: Final = "Staat daar ook dit? Dan is het goed. Anders niet doorgaan, en IT bellen."
DONE: Final = "Gekoppeld als {device}. Even geduld, de rest gaat vanzelf."
AGAIN: Final = "Dat lukte niet: {why}"
_CLEAR: Final = "\x1b[2J\x1b[H\x1b[?25l"


@dataclass
class Screen:
    """A text screen, and the same in the log without the code."""

    tty: Path | None = TTY
    out: TextIO = field(default_factory=lambda: sys.stdout)

    def code(self, code: str, fingerprint: str = "", trouble: str = "") -> None:
        """Show the code; the fingerprint once the hub is found, and what went wrong before."""
        letters = [row for half in shown(code).split() for row in (*large(half), "")]
        below = (COMPARE, f"    {start_of(fingerprint)}") if fingerprint else (SEEKING,)
        again = [AGAIN.format(why=trouble)] if trouble else []
        self._show(TITLE, *letters, TYPE_IT, *below, *again)
        self._note(f"hub {fingerprint or 'not found yet'} {trouble}".strip())

    def done(self, device: str) -> None:
        """Show which device it is now."""
        self._show(DONE.format(device=device))
        self._note(f"paired as {device}")

    def _note(self, text: str) -> None:
        self.out.write(f"{text}\n")
        self.out.flush()

    def _show(self, *rows: str) -> None:
        if self.tty is None or not self.tty.exists():
            return
        lines = (row if len(row) <= WIDTH else textwrap.fill(row, WIDTH) for row in rows)
        with self.tty.open("w", encoding="utf-8") as tty:
            tty.write(_CLEAR + "\n" + "\n".join(textwrap.indent(line, "  ") for line in lines) + "\n")


def large(text: str) -> tuple[str, ...]:
    """A few letters in blocks, two pixels in each sign."""
    font = _font()
    spaced = "  ".join(text)
    _, top, right, bottom = font.getbbox(spaced)
    picture = Image.new("1", (min(WIDTH, int(right) + 1), 2 * -(-(int(bottom - top) + 1) // 2)))
    ImageDraw.Draw(picture).text((0, -top), spaced, fill=1, font=font)
    rows = range(0, picture.height, 2)
    return tuple("".join(_sign(picture, x, y) for x in range(picture.width)).rstrip() for y in rows)


@cache
def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(LETTER_PX)


def _sign(picture: Image.Image, x: int, y: int) -> str:
    upper, lower = picture.getpixel((x, y)), picture.getpixel((x, y + 1))
    return {(0, 0): " ", (1, 0): "▀", (0, 1): "▄"}.get((bool(upper), bool(lower)), "█")
