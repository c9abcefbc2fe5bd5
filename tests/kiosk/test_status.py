from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.events import PrinterChanged
from kiosk.status import status_of
from wire.devices import PrinterState
from wire.own_status import OwnStatus

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Play

    NewPlay = Callable[..., Play]

KIOSK = OwnStatus("kiosk-1", "kiosk")
LOW = PrinterState("paper-low", "EPSON TM-T20II")


def test_a_voice_that_nobody_hears_is_trouble_and_hides_nothing_of_the_printer(play: NewPlay) -> None:
    stage, heard = play(), [True, False, True]
    stage.happens(PrinterChanged(LOW))
    status = status_of(KIOSK, stage.flow, is_heard=lambda: heard.pop(0))
    told = [(each.state, each.facts["is_heard"], each.printer) for each in (status(), status(), status())]
    assert told == [("ready", True, LOW), ("degraded", False, LOW), ("ready", True, LOW)]


def test_a_kiosk_that_is_not_to_speak_is_well_without_a_sound(play: NewPlay) -> None:
    status = status_of(KIOSK, play().flow, is_heard=lambda: None)()
    assert status.facts["is_heard"] is False
    assert status.state == "ready"


@pytest.mark.parametrize("state", ["paper-out", "cover-open", "offline", "error"])
def test_a_printer_that_gives_no_paper_is_trouble(play: NewPlay, state: str) -> None:
    stage = play()
    stage.happens(PrinterChanged(PrinterState(state)))  # type: ignore[arg-type]
    assert status_of(KIOSK, stage.flow, is_heard=lambda: True)().state == "degraded"


def test_what_else_is_known_is_told_too(play: NewPlay) -> None:
    status = status_of(KIOSK, play().flow, lambda: {"lamp": True}, is_heard=lambda: True)()
    assert status.facts["lamp"] is True
