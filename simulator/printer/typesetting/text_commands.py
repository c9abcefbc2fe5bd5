"""Commands that set how text looks and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.printer.effects import Effect
from simulator.printer.reading.lengths import ESC, FS, GS
from simulator.printer.typesetting.page import LINE_SPACING_DOTS, TABS, Page
from simulator.printer.typesetting.style import FONT_A, FONT_B

if TYPE_CHECKING:
    from simulator.printer.typesetting.line import Align

Handler = Callable[[Page, bytes], list[Effect] | None]

ALIGNMENTS: dict[int, Align] = {0: 0, 1: 1, 2: 2, 48: 0, 49: 1, 50: 2}
FONTS = {0: FONT_A, 1: FONT_B, 48: FONT_A, 49: FONT_B}
UNDERLINES = {0: 0, 1: 1, 2: 2, 48: 0, 49: 1, 50: 2}


def _number(params: bytes) -> int:
    return int.from_bytes(params, "little")


def _choose_font(page: Page, params: bytes) -> None:
    page.restyle(font=FONTS.get(params[0], page.style.font))


def _choose_mode(page: Page, params: bytes) -> None:
    bits = params[0]
    page.restyle(
        font=FONT_B if bits & 0x01 else FONT_A,
        is_bold=bool(bits & 0x08),
        height=2 if bits & 0x10 else 1,
        width=2 if bits & 0x20 else 1,
        underline=1 if bits & 0x80 else 0,
    )


def _choose_size(page: Page, params: bytes) -> None:
    page.restyle(width=1 + (params[0] >> 4 & 7), height=1 + (params[0] & 7))


def _choose_bold(page: Page, params: bytes) -> None:
    page.restyle(is_bold=bool(params[0] & 1))


def _choose_underline(page: Page, params: bytes) -> None:
    page.restyle(underline=UNDERLINES.get(params[0], page.style.underline))


def _choose_reverse(page: Page, params: bytes) -> None:
    page.restyle(is_reverse=bool(params[0] & 1))


def _choose_gap(page: Page, params: bytes) -> None:
    page.restyle(gap=params[0])


def _choose_align(page: Page, params: bytes) -> None:
    if page.line.is_empty:
        page.layout.align = ALIGNMENTS.get(params[0], page.layout.align)


def _choose_left(page: Page, params: bytes) -> None:
    if page.line.is_empty:
        page.layout.left = min(_number(params), page.head.dots)


def _choose_width(page: Page, params: bytes) -> None:
    if page.line.is_empty:
        page.layout.width = _number(params)


def _choose_spacing(page: Page, params: bytes) -> None:
    page.layout.spacing = params[0]


def _choose_usual_spacing(page: Page, _: bytes) -> None:
    page.layout.spacing = LINE_SPACING_DOTS


def _choose_upside_down(page: Page, params: bytes) -> None:
    page.layout.is_upside_down = bool(params[0] & 1)


def _choose_tabs(page: Page, params: bytes) -> None:
    stops = params.rstrip(b"\0")
    page.layout.tabs = tuple(stops) if sorted(set(stops)) == list(stops) else TABS


def _move_to(page: Page, params: bytes) -> None:
    page.line.x = min(_number(params), page.area)


def _move_by(page: Page, params: bytes) -> None:
    distance = int.from_bytes(params, "little", signed=True)
    page.line.x = max(0, min(page.line.x + distance, page.area))


HANDLERS: dict[bytes, Handler] = {
    b"\t": lambda page, _: page.tab(),
    ESC + b"@": lambda page, _: page.reset(),
    ESC + b"!": _choose_mode,
    ESC + b" ": _choose_gap,
    ESC + b"$": _move_to,
    ESC + b"\\": _move_by,
    ESC + b"-": _choose_underline,
    ESC + b"2": _choose_usual_spacing,
    ESC + b"3": _choose_spacing,
    ESC + b"D": _choose_tabs,
    ESC + b"E": _choose_bold,
    ESC + b"G": _choose_bold,
    ESC + b"M": _choose_font,
    ESC + b"R": lambda page, params: page.decoder.choose_country(params[0]),
    ESC + b"a": _choose_align,
    ESC + b"t": lambda page, params: page.decoder.choose_page(params[0]),
    ESC + b"{": _choose_upside_down,
    FS + b"&": lambda page, _: page.decoder.set_two_byte(is_on=True),
    FS + b".": lambda page, _: page.decoder.set_two_byte(is_on=False),
    GS + b"!": _choose_size,
    GS + b"B": _choose_reverse,
    GS + b"L": _choose_left,
    GS + b"W": _choose_width,
}
