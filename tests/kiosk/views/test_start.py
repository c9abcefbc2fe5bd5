from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from kiosk.events import LinkChanged
from kiosk.view import MessageView, WelcomeView
from wire.commands import TakeTicket

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Play

    from wire.state import Menu

    NewPlay = Callable[..., Play]


def test_a_closed_topic_is_grey_with_its_hours_and_offers_the_general_line(play: NewPlay, menu: Menu) -> None:
    topics = (replace(menu.topics[7], open=False, hours="13:00-16:00"), *menu.topics[:7])
    stage = play().hub_is_here(mode="plaza", topics=topics)
    tile = stage.view.tiles[0]
    assert (tile.tone, tile.detail) == ("closed", "13:00-16:00")
    stage.touches("topic", "leren")
    assert stage.view.sentences == (
        "Hiervoor is er nu niemand.",
        "Vandaag open: 13:00-16:00.",
        "U kunt wel een nummer nemen bij: Informatiepunt.",
    )
    stage.touches("general")
    assert stage.asked(TakeTicket).topic is UNSET


def test_hours_after_one_another_have_the_commas_of_the_script(play: NewPlay, menu: Menu) -> None:
    topic = replace(menu.topics[7], open=False, hours="10:00-12:00, 13:00-16:00")
    stage = play(languages=frozenset({"nl", "ar"})).hub_is_here(mode="plaza", topics=(topic,))
    stage.touches("languages")
    stage.touches("language", "ar")
    assert stage.view.tiles[0].detail == "10:00-12:00، 13:00-16:00"
    stage.touches("topic", "leren")
    assert "10:00-12:00، 13:00-16:00" in stage.view.sentences[1]


def test_a_closed_intake_gives_the_notice_and_the_hours_and_no_ticket(play: NewPlay) -> None:
    stage = play().hub_is_here(intake="closed", notice="break", opens_at="2026-11-21T12:30:00.000Z")
    assert stage.view.sentences == (
        "We zijn er om 13 uur weer.",
        "We gaan open om 13:30.",
        "Vraag hulp aan een medewerker.",
    )
    assert stage.controls() == ["page", "larger", "contrast", "languages"]
    assert stage.touches("take") == ()


def test_while_the_hub_is_away_the_doors_open_and_close_by_what_it_told_last(play: NewPlay) -> None:
    stage = play().hub_is_here(intake="closed", staffed="no", opens_at="2026-11-21T13:00:00.000Z", closes_at=None)
    stage.happens(LinkChanged(is_connected=False))
    assert isinstance(stage.view, MessageView)
    assert stage.flow.next_tick_s(stage.now) is not None
    stage.passes(3600)
    assert isinstance(stage.view, WelcomeView)


def test_nobody_at_the_desk_is_said_with_until_when_there_may_be(play: NewPlay) -> None:
    stage = play().hub_is_here(staffed="later")
    assert stage.view.notice == "Er is nu niemand."
    assert stage.view.sentences == (
        "Neem een nummer. Dan zien wij dat u wacht.",
        "Ga zitten bij de blauwe stoelen.",
        "We zijn open tot 17:00.",
    )


def test_outside_opening_hours_a_forced_intake_says_when_somebody_is_there(play: NewPlay) -> None:
    stage = play().hub_is_here(staffed="no", opens_at="2026-11-23T09:00:00.000Z", closes_at=None)
    assert stage.view.sentences[-1] == "We gaan open op maandag om 10:00."
