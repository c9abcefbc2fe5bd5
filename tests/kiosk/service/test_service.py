from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from kiosk.effects import CheckPin, LookAround, PrintOther, Restart, TakeNewRoll
from kiosk.events import CornerTouched, LookedAround, PaperCame, PinChecked
from kiosk.service.facts import Facts
from kiosk.service.service import Service
from kiosk.view import PadView, ServiceView, View, WelcomeView

if TYPE_CHECKING:
    from collections.abc import Callable

    from runtime.settings.model import Settings

PIN = "2468"
FACTS = Facts("0.1.0", "Debian", ("192.0.2.7",), 12_400.0)


@dataclass
class Keeper:
    """Whoever looks after the kiosk; `stage` is a flow that is played."""

    stage: Any

    def holds(self, seconds: float) -> None:
        self.stage.happens(CornerTouched(is_held=True))
        self.stage.passes(seconds)
        self.stage.happens(CornerTouched(is_held=False))

    def tries(self, pin: str, verdict: str) -> None:
        for figure in pin:
            self.stage.touches_at_once("figure", figure)
        self.stage.touches_at_once("enter")
        assert self.stage.out == (CheckPin(pin),)
        self.stage.happens(PinChecked(verdict))

    def enters(self) -> None:
        self.holds(5)
        self.tries(PIN, "right")

    @property
    def view(self) -> View:
        return self.stage.view


@pytest.fixture
def keeper(play: Callable[..., Any], settings: Settings) -> Keeper:
    with_pin = replace(settings, service=replace(settings.service, pin_file=Path("/etc/beurt/service.argon2")))
    return Keeper(play(settings=with_pin).hub_is_here())


def test_a_hold_that_is_too_short_does_nothing(keeper: Keeper) -> None:
    keeper.holds(4.9)
    keeper.stage.passes(10)
    assert isinstance(keeper.view, WelcomeView)


def test_two_short_holds_are_not_a_long_one(keeper: Keeper) -> None:
    keeper.holds(3)
    keeper.holds(3)
    assert isinstance(keeper.view, WelcomeView)


def test_a_held_corner_opens_the_pad_while_the_finger_is_still_down(keeper: Keeper) -> None:
    keeper.stage.happens(CornerTouched(is_held=True))
    assert keeper.stage.flow.next_tick_s(keeper.stage.now) == keeper.stage.up_s + 5
    keeper.stage.passes(5)
    assert isinstance(keeper.view, PadView)
    assert keeper.view.message == "Alleen voor medewerkers."


def test_without_a_pin_there_is_no_menu(play: Callable[..., Any]) -> None:
    keeper = Keeper(play().hub_is_here())
    keeper.holds(60)
    assert isinstance(keeper.view, WelcomeView)


def test_no_touch_on_anything_that_shows_opens_it(keeper: Keeper) -> None:
    for kind in ("figure", "enter", "test-page", "restart", "leave-service", "take"):
        keeper.stage.touches(kind, "1")
        assert not isinstance(keeper.view, PadView | ServiceView)
        assert Restart() not in keeper.stage.out


def test_the_button_under_the_finger_that_held_the_corner_gives_no_ticket(keeper: Keeper) -> None:
    keeper.stage.happens(CornerTouched(is_held=True))
    keeper.stage.passes(6)
    assert keeper.stage.touches_at_once("take") == ()


def test_the_right_pin_opens_the_menu_which_looks_around(keeper: Keeper) -> None:
    keeper.enters()
    assert keeper.stage.out == (LookAround(),)
    keeper.stage.happens(LookedAround(FACTS))
    assert isinstance(keeper.view, ServiceView)
    assert dict(keeper.view.facts) == {
        "Printer": "printer antwoordt niet",
        "Papier": "nog ongeveer 12 m op de rol",
        "Hub": "verbonden",
        "Broker": "127.0.0.1:1883",
        "Adres": "192.0.2.7",
        "Apparaat": "kiosk-1",
        "Versie": "0.1.0 · Debian",
    }


def test_less_than_four_figures_are_not_even_tried(keeper: Keeper) -> None:
    keeper.holds(5)
    for figure in "246":
        keeper.stage.touches_at_once("figure", figure)
    assert keeper.stage.touches_at_once("enter") == ()


def test_a_figure_can_be_taken_back_and_there_are_never_more_than_eight(keeper: Keeper) -> None:
    keeper.holds(5)
    for _ in range(10):
        keeper.stage.touches_at_once("figure", "1")
    assert keeper.view.given == 8
    keeper.stage.touches_at_once("erase")
    assert keeper.view.given == 7
    assert "1111" not in repr(keeper.stage.flow._service.stage)


def test_five_wrong_pins_lock_the_pad_for_a_minute_also_when_it_is_left_between(keeper: Keeper) -> None:
    for at in range(5):
        keeper.holds(5)
        keeper.tries("1111", "wrong")
        assert (keeper.view.message == "Te vaak fout. Wacht 1 minuut.") == (at == 4)
        keeper.stage.touches("leave-service")
    keeper.holds(5)
    assert keeper.view.message == "Te vaak fout. Wacht 1 minuut."
    for figure in PIN:
        keeper.stage.touches_at_once("figure", figure)
    assert keeper.view.given == 0
    assert keeper.stage.touches_at_once("enter") == ()
    keeper.stage.touches("leave-service")
    keeper.stage.passes(60)
    keeper.enters()
    assert isinstance(keeper.view, ServiceView)


def test_a_right_pin_makes_earlier_mistakes_forgotten(keeper: Keeper) -> None:
    for _ in range(2):
        keeper.holds(5)
        for _ in range(4):
            keeper.tries("1111", "wrong")
        keeper.tries(PIN, "right")
        assert isinstance(keeper.view, ServiceView)
        keeper.stage.touches("leave-service")


def test_a_pin_that_cannot_be_compared_lets_nobody_in_and_says_what_to_do(keeper: Keeper) -> None:
    keeper.holds(5)
    keeper.tries(PIN, "unreadable")
    assert "beurt service-pin" in keeper.view.message


def test_an_answer_about_a_pin_opens_nothing_once_the_pad_is_left(keeper: Keeper) -> None:
    keeper.holds(5)
    for figure in PIN:
        keeper.stage.touches_at_once("figure", figure)
    keeper.stage.touches_at_once("enter")
    keeper.stage.touches("leave-service")
    keeper.stage.happens(PinChecked("right"))
    assert isinstance(keeper.view, WelcomeView)


@pytest.mark.parametrize(("is_in", "seconds"), [(False, 20), (True, 60)])
def test_it_closes_by_itself_when_nobody_touches_it(keeper: Keeper, seconds: float, *, is_in: bool) -> None:
    keeper.holds(5)
    if is_in:
        keeper.tries(PIN, "right")
    keeper.stage.passes(seconds - 0.1)
    assert isinstance(keeper.view, ServiceView if is_in else PadView)
    keeper.stage.passes(0.1)
    assert isinstance(keeper.view, WelcomeView)


def test_the_second_touch_of_closing_it_takes_no_ticket(keeper: Keeper) -> None:
    keeper.enters()
    keeper.stage.touches("leave-service")
    assert keeper.stage.touches_at_once("take") == ()
    assert isinstance(keeper.view, WelcomeView)


def test_a_test_page_is_printed_once_and_what_became_of_it_is_told(keeper: Keeper) -> None:
    keeper.enters()
    keeper.stage.touches("test-page")
    (printing,) = keeper.stage.out
    assert isinstance(printing, PrintOther)
    assert printing.job.job == "test-page"
    assert keeper.stage.touches("test-page") == ()
    assert keeper.view.message == "De testpagina wordt geprint."
    keeper.stage.happens(PaperCame("another", "printed"))
    assert keeper.view.message == "De testpagina wordt geprint."
    keeper.stage.happens(PaperCame(printing.job.job_id, "failed", "paper-out"))
    assert keeper.view.message == "De testpagina is niet geprint."


@pytest.mark.parametrize(("kind", "effect"), [("new-roll", TakeNewRoll()), ("restart", Restart())])
def test_each_choice_does_what_it_says_and_says_so(keeper: Keeper, kind: str, effect: object) -> None:
    keeper.enters()
    assert keeper.stage.touches_at_once(kind) == ()
    assert keeper.stage.touches(kind)[-1:] == (effect,)
    assert keeper.view.message


def test_the_visit_below_goes_on_and_its_number_is_there_again(keeper: Keeper) -> None:
    stage = keeper.stage
    stage.touches("take")
    request_id = stage.out[-1].command.request_id
    stage.is_answered(request_id)
    keeper.holds(5)
    assert isinstance(keeper.view, PadView)
    stage.touches("leave-service")
    assert keeper.view.number == "27"


def test_a_service_that_is_not_open_has_nothing_to_wait_for() -> None:
    assert Service(str, has_pin=True).times == ()
