"""Understanding and choosing: few touches, own language, own letters, to be fetched, and no name asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace as changed

from kiosk.events import HeadsetChanged, MenuArrived
from kiosk.keys import Keys
from kiosk.view import Control, NumberView, PadView, buttons_of
from runtime.languages import LANGUAGES, OWN_NAMES
from runtime.texts import Texts
from wire.commands import FetchMe, OwnLanguage, TakeTicket

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk_play import Play

    from wire.state import Menu

    NewPlay = Callable[..., Play]

VOICES = frozenset({"nl", "en"})


def test_a11y_17_high_contrast_is_one_touch_with_a_spoken_name_and_one_back(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here(mode="topics")
    assert stage.view.frame.row[3].text == "Donker"
    stage.touches("contrast")
    assert (stage.view.frame.is_high_contrast, stage.view.frame.row[3].text) == (True, "Licht")
    stage.touches("topic", "digid")
    assert stage.view.frame.is_high_contrast
    stage.touches("contrast")
    assert not stage.view.frame.is_high_contrast
    stage.happens(HeadsetChanged(is_in=True))
    stage.goes_to(Control("contrast"))
    assert stage.said[0] == "Donker"
    stage.presses("choose")
    assert stage.said == ["Licht"]


def test_a11y_24_who_wants_to_be_fetched_says_so_by_one_key_and_gives_no_reason(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here()
    stage.chooses("take")
    stage.has_number()
    assert "Kom mij halen" in stage.said
    stage.chooses("fetch-me")
    wish = stage.asked(FetchMe)
    assert set(wish.__struct_fields__) == {"request_id", "ticket_id", "fetch_me"}
    assert "Wij halen u op" in stage.said
    assert "Wij komen u halen." in stage.view.sentences[-1]
    stage.chooses("done")
    stage.chooses("take")
    stage.has_number()
    assert not stage.view.fetch.is_on


@pytest.mark.parametrize("mode", ["topics", "plaza", "one-button"])
def test_a11y_34_a_number_takes_two_touches_after_the_language_at_most(play: NewPlay, mode: str) -> None:
    stage = play().hub_is_here(mode=mode)
    stage.touches("languages")
    stage.touches("language", "en")
    touches = 0
    while not isinstance(stage.view, NumberView):
        first = next(each.control for each in buttons_of(stage.view) if each.control.kind in ("topic", "take"))
        stage.touches(first.kind, first.which)
        touches += 1
        if not isinstance(stage.view, NumberView) and stage.out:
            stage.has_number()
    assert touches <= 2


@pytest.mark.parametrize("path", [(), ("digid",)])
def test_a11y_34_who_does_not_know_gets_a_number_in_one_touch_from_each_screen_of_topics(
    play: NewPlay, path: tuple[str, ...]
) -> None:
    stage = play().hub_is_here(mode="topics")
    for topic in path:
        stage.touches("topic", topic)
    last = stage.view.tiles[-1]
    assert (last.text, last.tone) == ("Ik weet het niet", "sun")
    stage.touches(last.control.kind, last.control.which)
    assert stage.asked(TakeTicket)


def test_a11y_34_a_closed_topic_offers_the_general_line_in_one_touch_more(play: NewPlay, menu: Menu) -> None:
    stage = play().hub_is_here(mode="plaza", topics=(changed(menu.topics[1], open=False), *menu.topics[2:]))
    stage.touches("topic", "brief")
    stage.touches("general")
    assert stage.asked(TakeTicket)


def test_a11y_38_nothing_is_typed_and_no_name_is_asked(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here(mode="topics")
    views = [stage.view]
    for kind, which in (("languages", ""), ("language", "en"), ("topic", "digid"), ("take", "digid")):
        stage.touches(kind, which)
        views.append(stage.view)
    asked = stage.asked(TakeTicket)
    stage.has_number()
    views.append(stage.view)
    assert not [view for view in views if isinstance(view, PadView)]
    assert set(asked.__struct_fields__) == {
        "request_id", "device", "topic", "line", "language", "own_language", "fetch_me",
        "spare_number", "taken_ago_s", "instead_of",
    }  # fmt: skip
    keys = Keys("arrows")
    figures = [keys.pressed(ord(figure), [], "ltr") for figure in "0123456789"]
    assert set(figures) == {"repeat"}


def test_a11y_39_each_language_stands_by_its_own_name_and_choosing_one_keeps_the_place(
    play: NewPlay, menu: Menu
) -> None:
    stage = play(languages=frozenset(LANGUAGES)).hub_is_here(mode="topics", languages=LANGUAGES)
    for language in LANGUAGES:
        stage.touches("topic", "digid")
        stage.touches("languages")
        tiles = {tile.control.which: tile for tile in stage.view.tiles}
        assert {each: tile.text for each, tile in tiles.items()} == OWN_NAMES
        assert {tile.language for tile in tiles.values()} == set(LANGUAGES)
        assert not any(tile.picture for tile in tiles.values())
        stage.touches("language", language)
        assert stage.view.tiles[0].control == Control("topic", "digid-app")
        assert stage.view.frame.code == language
        stage.touches("back")
    stage.happens(MenuArrived(changed(menu, revision=2, mode="topics")))
    assert stage.view.frame.code == LANGUAGES[-1]


def test_a11y_39_a_number_stays_the_same_number_in_another_language(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    stage.has_number(number="B27")
    stage.touches("languages")
    stage.touches("language", "en")
    assert (stage.view.number, stage.view.label) == ("B27", "Your number")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_50_the_kiosk_itself_says_what_it_can_and_cannot_do_and_whom_to_tell(play: NewPlay, language: str) -> None:
    stage = play(languages=frozenset(LANGUAGES), voices=VOICES).hub_is_here(languages=LANGUAGES)
    stage.touches("languages")
    stage.touches("language", language)
    stage.touches("languages")
    stage.touches("about")
    text = Texts(language, "visitor").text
    can = ("Hij kan voorlezen en de letters groter maken.", "Hij kan de letters groter maken.")
    assert stage.view.title == text("Over deze zuil")
    assert [each for each in stage.view.sentences if not each] == []
    assert [text(each) in stage.view.sentences for each in can] == [language in VOICES, language not in VOICES]
    gap, whom = text("Niet iedereen heeft hem al geprobeerd."), text("Werkt er iets niet? Zeg het bij de balie.")
    assert stage.view.sentences[-2:] == (gap, whom)
    assert language == "nl" or gap != "Niet iedereen heeft hem al geprobeerd."


def test_a11y_50_what_the_kiosk_tells_of_itself_is_read_aloud(play: NewPlay) -> None:
    stage = play(voices=VOICES).hub_is_here()
    stage.touches("languages")
    stage.touches("about")
    stage.touches("read-aloud")
    assert set(stage.hears_it_out()) >= {stage.view.title, *stage.view.sentences}


def test_a11y_50_reading_that_costs_nobody_a_touch_and_nobody_a_number(play: NewPlay) -> None:
    stage = play().hub_is_here()
    assert "about" not in stage.controls()
    stage.touches("take")
    stage.has_number(number="B27")
    for kind in ("languages", "about", "languages", "about", "languages"):
        stage.touches(kind)
    stage.touches("language", "en")
    assert stage.view.title == "About this machine"
    stage.touches("back")
    stage.touches("back")
    assert (stage.view.number, stage.view.frame.code) == ("B27", "en")


def test_a11y_50_where_there_is_no_other_language_it_stands_in_the_row(play: NewPlay) -> None:
    stage = play().hub_is_here(languages=("nl",))
    button = stage.view.frame.row[4]
    assert (button.control, button.text) == (Control("about"), "Info")
    stage.touches("about")
    assert (stage.view.title, stage.view.frame.row[4]) == ("Over deze zuil", None)
    stage.touches("back")
    assert stage.view.button.control == Control("take")


def test_a_ticket_in_another_language_offers_to_be_called_in_it_too_and_off_until_touched(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("languages")
    stage.touches("language", "en")
    stage.touches("take")
    stage.has_number(language="en")
    assert (stage.view.own_language.text, stage.view.own_language.is_on) == ("Also call in English?", False)
    stage.touches("own-language")
    wish = stage.asked(OwnLanguage)
    assert (wish.ticket_id, wish.own_language) == (stage.ticket.ticket_id, True)
    assert stage.view.own_language.is_on
    stage.is_refused(wish.request_id, "not-waiting")
    assert not stage.view.own_language.is_on


def test_a_child_that_presses_on_is_asked_whether_it_wants_one_more(play: NewPlay) -> None:
    stage = play().hub_is_here()
    for _ in range(3):
        stage.touches("take")
        stage.has_number()
        stage.touches("done")
    assert stage.touches("take") == ()
    assert stage.view.title == "Wilt u nog een nummer?"
    stage.touches("enough")
    stage.touches("take")
    stage.touches("another")
    assert stage.asked(TakeTicket)
    stage.has_number()
    stage.touches("done")
    stage.passes(61)
    stage.touches("take")
    assert stage.asked(TakeTicket)
