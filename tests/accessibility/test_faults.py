"""When things fail: said, shown, with what to do; and a number all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.effects import Ask, KeepSpares, PrintTicket
from kiosk.events import (
    FellSilent,
    HeadsetChanged,
    HubHeard,
    LinkChanged,
    PaperCame,
    PrinterChanged,
    SpareKept,
    Spoke,
)
from kiosk.view import NumberView
from wire.commands import TakeTicket
from wire.devices import PrinterState

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk_play import Play

    from wire.refusals import RefusalCode

    NewPlay = Callable[..., Play]

VOICES = frozenset({"nl", "en"})
NO_PAPER = ("paper-out", "cover-open", "offline", "error", "none")


def listening(play: NewPlay) -> Play:
    stage = play(voices=VOICES).hub_is_here()
    stage.happens(HeadsetChanged(is_in=True))
    stage.hears_it_out()
    return stage


def test_a11y_10_paper_that_fails_while_the_number_is_read_is_said_and_then_the_rest(play: NewPlay) -> None:
    stage = listening(play)
    stage.chooses("take")
    stage.has_number()
    printing, before = stage.printing, stage.utterances
    for each in before[:3]:
        stage.happens(Spoke(each))
    stage.happens(PaperCame(printing, "failed", "paper-out"))
    assert stage.said[:2] == ["Onthoud uw nummer.", "Het papier is op."]
    assert "Ga zitten bij de blauwe stoelen.\nWij roepen uw nummer." in stage.hears_it_out()


def test_a11y_10_paper_that_fails_after_the_number_was_read_is_said_by_itself(play: NewPlay) -> None:
    stage = listening(play)
    stage.chooses("take")
    stage.has_number()
    printing = stage.printing
    stage.hears_it_out()
    stage.happens(PaperCame(printing, "failed", "paper-out"))
    assert stage.hears_it_out() == ["Onthoud uw nummer.", "Het papier is op."]
    stage.happens(FellSilent())
    assert stage.passes(1) == ()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("line-full", ["Deze rij is vol.", "Vraag hulp aan een medewerker."]),
        ("storage-failed", ["Deze zuil werkt nu niet.", "Ga naar de balie."]),
    ],
)
def test_a11y_10_a_refusal_is_said_with_what_to_do(play: NewPlay, code: RefusalCode, told: list[str]) -> None:
    stage = listening(play)
    stage.chooses("take")
    stage.is_refused(stage.asked(TakeTicket).request_id, code)
    assert stage.hears_it_out()[: len(told)] == told


@pytest.mark.parametrize("state", NO_PAPER)
def test_a11y_47_a_printer_that_gives_no_paper_leaves_the_number_on_the_screen(play: NewPlay, state: str) -> None:
    stage = play().hub_is_here()
    stage.happens(PrinterChanged(PrinterState(state)))  # type: ignore[arg-type]
    stage.touches("take")
    stage.has_number()
    assert (stage.view.number, stage.view.slot, stage.view.headline) == ("27", None, "Onthoud uw nummer.")


@pytest.mark.parametrize("cause", ["paper-out", "cover-open", "offline", "kiosk-restarted"])
def test_a11y_47_a_print_that_fails_is_told_and_the_number_stays(play: NewPlay, cause: str) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    stage.has_number()
    stage.happens(PaperCame(stage.printing, "failed", cause))
    told = "Het papier is op." if cause == "paper-out" else "Er komt geen bon."
    assert (stage.view.number, stage.view.sentences[0]) == ("27", told)


@pytest.mark.parametrize("is_broker_there", [True, False])
def test_a11y_47_without_hub_or_broker_the_same_touch_gives_a_number_of_the_kiosks_own(
    play: NewPlay, *, is_broker_there: bool
) -> None:
    stage = play().hub_is_here()
    stage.happens(LinkChanged(is_connected=is_broker_there))
    stage.happens(HubHeard(is_offline=True))
    stage.touches("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    assert [type(each) for each in stage.out] == [KeepSpares]
    assert not isinstance(stage.view, NumberView)
    stage.happens(SpareKept(is_kept=True))
    assert stage.view.number == "Z1"
    assert "Er is een kleine storing." in stage.view.sentences[0]
    stage.happens(LinkChanged(is_connected=True))
    stage.happens(HubHeard(is_offline=False))
    handed = stage.asked(TakeTicket)
    stage.is_answered(handed.request_id, number="Z1", people_before=1)
    assert (stage.view.number, handed.spare_number) == ("Z1", "Z1")
    assert not [each for each in stage.out if isinstance(each, PrintTicket | Ask)]


def test_a11y_47_a_spare_number_is_said_with_its_letter_and_why_it_looks_different(play: NewPlay) -> None:
    stage = listening(play)
    stage.chooses("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    stage.happens(SpareKept(is_kept=True))
    assert next(each.said for each in stage.utterances if each.place == "number") == "Z, 1."
    assert any("Daarom begint uw nummer met een Z." in text for text in stage.hears_it_out())
