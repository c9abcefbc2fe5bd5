"""A receipt printer's reader that forgives nothing; it shares no code with what it reads, and no table of ours.

The numbers of code pages are those of python-escpos' database. Beside that it knows the manuals' commands.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from PIL import Image

CELL_DOTS: Final = 12
MOST_ROWS: Final = 24


class MisprintError(AssertionError):
    """What a printer would print wrong, or not at all."""


@dataclass(frozen=True)
class Text:
    """A line of letters, and how many times they are magnified."""

    text: str
    width: int
    height: int
    is_bold: bool = False


@dataclass(frozen=True)
class Picture:
    """Bands of one picture, put together as they stand on paper."""

    image: Image.Image


@dataclass(frozen=True)
class Code:
    """A QR code's data."""

    data: bytes


@dataclass
class StrictReader:
    """Reads the bytes of one profile's printer of so many dots; `read` gives what is on the paper."""

    profile: str
    width_dots: int
    found: list[Text | Picture | Code] = field(default_factory=list)
    cuts: int = 0

    def read(self, data: bytes) -> list[Text | Picture | Code]:
        self._data, self._at = data, 0
        self._reset()
        while self._at < len(data):
            self._next()
        self._end_line_is_due()
        self._end_picture()
        return self.found

    def texts(self) -> list[Text]:
        return [found for found in self.found if isinstance(found, Text) and found.text]

    def pictures(self) -> list[Image.Image]:
        return [found.image for found in self.found if isinstance(found, Picture)]

    def _reset(self) -> None:
        self._line, self._page, self._width, self._height, self._is_bold = b"", 0, 1, 1, False
        self._is_two_byte = True
        self._bands: list[Image.Image] = []
        self._code = b""

    def _take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) < count:
            raise MisprintError(f"the data end in the midst of a command at {self._at}")
        self._at += count
        return taken

    def _next(self) -> None:
        byte = self._take(1)
        if byte[0] >= 0x20:
            if byte[0] >= 0x80 and self._is_two_byte:
                raise MisprintError("a letter above ASCII before FS . is Chinese on many printers")
            self._end_picture()
            self._line += byte
        elif byte == b"\n":
            self._end_picture()
            self._print_line()
        elif byte in b"\x1b\x1c\x1d":
            self._command(byte + self._take(1))
        else:
            raise MisprintError(f"control byte {byte!r} at {self._at - 1}")

    def _command(self, name: bytes) -> None:
        if name in {b"\x1bd", b"\x1bJ", b"\x1dV", b"\x1b@"} or name.startswith(b"\x1dv"):
            self._end_line_is_due()
        if name != b"\x1dv":
            self._end_picture()
        obey = self._known.get(name)
        if obey is None:
            raise MisprintError(f"unknown command {name!r}")
        obey()

    @property
    def _known(self) -> dict[bytes, Callable[[], object]]:
        one_byte = dict.fromkeys((b"\x1bd", b"\x1bJ", b"\x1da", b"\x1dr", b"\x1dI"), lambda: self._take(1))
        return one_byte | {
            b"\x1b@": self._reset,
            b"\x1c.": self._read_single_bytes,
            b"\x1bt": self._choose_page,
            b"\x1bE": lambda: self._setting(b"\x1bE"),
            b"\x1ba": lambda: self._setting(b"\x1ba"),
            b"\x1d!": self._magnify,
            b"\x1dV": self._cut,
            b"\x1dv": self._raster,
            b"\x1d(": self._block,
        }

    def _read_single_bytes(self) -> None:
        self._is_two_byte = False

    def _choose_page(self) -> None:
        self._page = self._take(1)[0]
        if str(self._page) not in _profile(self.profile)["codePages"]:
            raise MisprintError(f"{self.profile} has no code page {self._page}")

    def _setting(self, name: bytes) -> None:
        value = self._take(1)[0]
        if value not in ((0, 1) if name == b"\x1bE" else (0, 1, 2)):
            raise MisprintError(f"{name!r} with {value}")
        if name == b"\x1ba" and self._line:
            raise MisprintError("alignment is obeyed at the start of a line only")
        self._is_bold = bool(value) if name == b"\x1bE" else self._is_bold

    def _magnify(self) -> None:
        value = self._take(1)[0]
        if value & 0x88:
            raise MisprintError(f"GS ! {value:#x}")
        self._width, self._height = (value >> 4) + 1, (value & 7) + 1

    def _cut(self) -> None:
        if not _profile(self.profile)["features"]["paperPartCut"]:
            raise MisprintError("this printer cannot cut")
        if self._take(2)[0] != 66:
            raise MisprintError("a cut without the way to the cutter goes through the last lines")
        self.cuts += 1

    def _raster(self) -> None:
        kind, mode, *sizes = self._take(6)
        if kind != 0x30 or mode not in {0, 3}:
            raise MisprintError(f"GS v {kind} {mode}")
        width_bytes, rows = sizes[0] + 256 * sizes[1], sizes[2] + 256 * sizes[3]
        if rows > MOST_ROWS:
            raise MisprintError(f"a band of {rows} rows")
        factor = 2 if mode else 1
        if width_bytes * 8 * factor > self.width_dots:
            raise MisprintError(f"a picture of {width_bytes * 8 * factor} dots")
        band = Image.frombytes("1", (width_bytes * 8, rows), self._take(width_bytes * rows))
        self._bands.append(band.resize((band.width * factor, band.height * factor)))

    def _block(self) -> None:
        kind, low, high = self._take(3)
        data = self._take(low + 256 * high)
        if kind == ord("k") and _profile(self.profile)["features"]["qrCode"]:
            self._code = data[3:] if data[:3] == b"1P0" else self._code
            self.found += [Code(self._code)] if data[:3] == b"1Q0" else []
        elif kind != ord("H"):
            raise MisprintError(f"GS ( {chr(kind)}")

    def _print_line(self) -> None:
        dots = len(self._line) * CELL_DOTS * self._width
        if dots > self.width_dots:
            raise MisprintError(f"{self._line!r} is {dots} dots wide")
        self.found.append(Text(self._letters(), self._width, self._height, self._is_bold))
        self._line = b""

    def _letters(self) -> str:
        codec = "ascii" if self._line.isascii() else _profile(self.profile)["codePages"][str(self._page)].lower()
        try:
            letters = self._line.decode(codec)
        except (UnicodeDecodeError, LookupError) as fault:
            raise MisprintError(f"{self._line!r} in page {self._page}: {fault}") from fault
        if not letters.isprintable():
            raise MisprintError(f"{letters!r} in page {self._page}")
        return letters

    def _end_line_is_due(self) -> None:
        if self._line:
            raise MisprintError(f"not printed yet: {self._line!r}")

    def _end_picture(self) -> None:
        if not self._bands:
            return
        whole = Image.new("1", (self._bands[0].width, sum(band.height for band in self._bands)))
        top = 0
        for band in self._bands:
            whole.paste(band, (0, top))
            top += band.height
        self._bands = []
        self.found.append(Picture(whole))


def _profile(name: str) -> dict[str, Any]:
    unknown: dict[str, Any] = {"features": {"paperPartCut": True, "qrCode": False}, "codePages": {}}
    return dict(_profiles().get(name, unknown))


@cache
def _profiles() -> dict[str, Any]:
    told: dict[str, Any] = json.loads((files("escpos") / "capabilities.json").read_text())
    return dict(told["profiles"])
