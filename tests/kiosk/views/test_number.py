"""What stands with the number: where to sit, or where to walk at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from kiosk.events import Answered
from kiosk.view import NumberView
from runtime.settings.model import Desk, Settings
from wire.answers import Answer
from wire.commands import TakeTicket

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Play

DESKS = (
    Desk(id="1", name={"nl": "Balie 1"}, lines=("ido",)),
    Desk(id="hal", name={"nl": "Loket hal", "en": "Hall desk"}, lines=("ido",)),
)


def with_number(play: Callable[..., Play], settings: Settings, desk: str | None, language: str = "nl") -> Play:
    """A visitor with a number, whom the hub sent to a desk."""
    stage = play(settings=replace(settings, desks=DESKS)).hub_is_here()
    if language != "nl":
        stage.touches("languages")
        stage.touches("language", language)
    stage.touches("take")
    asked = stage.asked(TakeTicket).request_id
    ticket = replace(stage.ticket, people_before=0, language=language)
    stage.happens(Answered(asked, Answer(request_id=asked, revision=2, ticket=ticket, walk_to=desk)))
    return stage


def sentences(stage: Play) -> Any:
    assert isinstance(stage.view, NumberView)
    return stage.view.sentences


def test_with_nobody_waiting_and_a_desk_free_the_visitor_may_walk_there(
    play: Callable[..., Play], settings: Settings
) -> None:
    assert sentences(with_number(play, settings, "1")) == ("U bent hierna aan de beurt.", "Loop maar naar balie 1.")
    assert sentences(with_number(play, settings, "1", "en"))[-1] == "You can go to Desk 1."
    assert sentences(with_number(play, settings, "hal"))[-1] == "Loop maar naar Loket hal."
    assert sentences(with_number(play, settings, "hal", "en"))[-1] == "You can go to Hall desk."


def test_who_is_fetched_does_not_walk(play: Callable[..., Play], settings: Settings) -> None:
    stage = with_number(play, settings, "1")
    stage.touches("fetch-me")
    assert sentences(stage)[-1].endswith("Wij komen u halen.")


def test_without_a_desk_or_with_one_that_nobody_knows_here_the_visitor_sits_down(
    play: Callable[..., Play], settings: Settings
) -> None:
    for desk in (None, "gone"):
        assert sentences(with_number(play, settings, desk))[-1].startswith("Ga zitten bij de blauwe stoelen.")


def test_a_voice_says_where_to_walk(play: Callable[..., Play], settings: Settings) -> None:
    stage = play(settings=replace(settings, desks=DESKS), voices=frozenset({"nl"})).hub_is_here()
    stage.touches("read-aloud")
    stage.touches("take")
    asked = stage.asked(TakeTicket).request_id
    ticket = replace(stage.ticket, people_before=0)
    stage.happens(Answered(asked, Answer(request_id=asked, revision=2, ticket=ticket, walk_to="1")))
    assert "Loop maar naar balie 1." in stage.hears_it_out()
