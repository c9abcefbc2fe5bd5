"""Commands that move the paper, cut it, or ask something in their turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.printer.effects import Advance, Answer, Cut, Effect, TellPaper, Watch
from simulator.printer.reading.lengths import ESC, GS

if TYPE_CHECKING:
    from simulator.printer.typesetting.page import Page
    from simulator.printer.typesetting.text_commands import Handler

CUT_AFTER_FEED = frozenset((65, 66, 97, 98, 103, 104))
PAPER_SENSORS = (1, 49)
MODEL_ID, TYPE_ID = b"\x20", b"\x02"
MAKER, MODEL, FIRMWARE, SERIAL = b"AAN DE BEURT", b"VIRTUAL", b"1.00", b"000001"
IDENTITIES: dict[int, bytes] = {
    1: MODEL_ID,
    2: TYPE_ID,
    65: b"_" + FIRMWARE + b"\0",
    66: b"_" + MAKER + b"\0",
    67: b"_" + MODEL + b"\0",
    68: b"_" + SERIAL + b"\0",
}


def _feed_lines(page: Page, params: bytes) -> list[Effect]:
    return page.print_line(params[0] * page.layout.spacing)


def _cut(page: Page, params: bytes) -> list[Effect]:
    effects = page.finish_line()
    if params[0] in CUT_AFTER_FEED:
        effects.append(Advance(page.head.to_cutter_dots + params[1]))
    return [*effects, Cut()]


def _cut_here(page: Page, _: bytes) -> list[Effect]:
    return [*page.finish_line(), Cut()]


def _identify(_: Page, params: bytes) -> list[Effect]:
    # 49 and 50 ask for the same single bytes as 1 and 2.
    number = params[0] - 48 if params[0] in {49, 50} else params[0]
    answer = IDENTITIES.get(number)
    return [Answer(answer)] if answer else []


HANDLERS: dict[bytes, Handler] = {
    b"\n": lambda page, _: page.feed_line(),
    b"\r": lambda _page, _: None,
    b"\f": lambda page, _: page.finish_line(),
    ESC + b"J": lambda page, params: page.print_line(params[0]),
    ESC + b"d": _feed_lines,
    ESC + b"i": _cut_here,
    ESC + b"m": _cut_here,
    ESC + b"v": lambda *_: [TellPaper()],
    GS + b"I": _identify,
    GS + b"V": _cut,
    GS + b"a": lambda _, params: [Watch(params[0])],
    GS + b"r": lambda _, params: [TellPaper()] if params[0] in PAPER_SENSORS else [Answer(b"\0")],
}
