"""Spare numbers and what a crash leaves, played through the whole flow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import UNSET

from kiosk.effects import Ask, KeepSpares, Note, PrintTicket, Remember
from kiosk.events import HubHeard, LinkChanged, PaperCame, SpareKept
from kiosk.spare import SpareBook
from kiosk.view import MessageView, NumberView, WelcomeView
from wire.commands import FetchMe, OwnLanguage, ReportPrint, TakeTicket

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Play

    from kiosk.underway import UnderWay
    from wire.refusals import RefusalCode

    NewPlay = Callable[..., Play]


def kept(stage: Play) -> SpareBook:
    """The book that was put on disk last."""
    return [each.book for each in stage.out if isinstance(each, KeepSpares)][-1]


def remembered(stage: Play) -> Any:
    """What was noted last."""
    return [each.under_way for each in stage.out if isinstance(each, Remember)][-1]


def with_spare(play: NewPlay, **changes: object) -> Play:
    """A stage whose hub does not answer, on which the visitor has spare number Z1."""
    stage = play(**changes).hub_is_here()
    stage.touches("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    stage.book = kept(stage)
    stage.happens(SpareKept(is_kept=True))
    return stage


def hub_comes_back(stage: Play) -> None:
    stage.happens(HubHeard(is_offline=False))


def test_without_an_answer_a_spare_number_is_put_on_disk_first_and_only_then_given(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    asked = stage.asked(TakeTicket)
    stage.is_unheard(asked.request_id)
    assert [type(each) for each in stage.out] == [KeepSpares]
    assert not isinstance(stage.view, NumberView)
    spare = kept(stage).waiting[0]
    assert (spare.number, spare.instead_of) == ("Z1", asked.request_id)
    stage.happens(SpareKept(is_kept=True))
    assert [each.ticket.number for each in stage.out if isinstance(each, PrintTicket)] == ["Z1"]
    assert stage.view.number == "Z1"


def test_a_spare_number_says_why_it_looks_different_and_not_who_is_before(play: NewPlay) -> None:
    stage = with_spare(play)
    assert stage.view.sentences == (
        "Er is een kleine storing. Daarom begint uw nummer met een Z. U komt gewoon aan de beurt.",
        "Ga zitten bij de blauwe stoelen.\nWij roepen uw nummer.",
    )


def test_a_spare_number_that_cannot_be_kept_is_not_given(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    stage.happens(SpareKept(is_kept=False))
    assert isinstance(stage.view, MessageView)
    assert [type(each) for each in stage.out] == [Remember, Note]
    assert stage.flow.spares_waiting == 0


def test_spare_numbers_count_on_over_a_restart_and_begin_anew_on_another_date(play: NewPlay) -> None:
    stage = with_spare(play)
    assert stage.book.given == 1
    for wall, number in ((stage.wall, "Z2"), (stage.wall + timedelta(days=1), "Z1"), (stage.wall, "Z2")):
        stage = with_spare(play, book=stage.book, wall=wall)
        assert stage.book.waiting[-1].number == number


def test_what_is_handed_in_is_on_disk_before_it_is_sent_with_its_age_by_the_machines_own_clock(play: NewPlay) -> None:
    stage = play()
    stage.touches("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    stage.happens(SpareKept(is_kept=True))
    stage.happens(LinkChanged(is_connected=True))
    stage.wall += timedelta(days=40)
    stage.passes(200)
    hub_comes_back(stage)
    assert [type(each) for each in stage.out] == [KeepSpares, Ask]
    assert kept(stage).waiting[0].ago_s == stage.asked(TakeTicket).taken_ago_s == 200


def handing_in(play: NewPlay) -> tuple[Play, TakeTicket]:
    """A stage on which Z1 is on its way to the hub."""
    stage = play()
    stage.touches("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    stage.happens(SpareKept(is_kept=True))
    stage.happens(LinkChanged(is_connected=True))
    hub_comes_back(stage)
    return stage, stage.asked(TakeTicket)


def printing_of_spare(stage: Play) -> str:
    """The id of the print under way."""
    return next(iter(stage.flow._telling.papers._out))


def test_a_spare_number_that_is_handed_in_is_the_hubs_ticket_and_never_told_again(play: NewPlay) -> None:
    stage, handed = handing_in(play)
    stage.is_answered(handed.request_id, number="Z1", people_before=2)
    assert kept(stage).waiting == ()
    assert "Er zijn nog 2 mensen voor u." in stage.view.sentences
    stage.passes(60)
    assert not [each for each in stage.out if isinstance(each, Ask)]


def test_a_hand_in_that_nobody_heard_is_repeated_word_for_word(play: NewPlay) -> None:
    stage, handed = handing_in(play)
    stage.is_unheard(handed.request_id)
    stage.passes(4)
    assert stage.out == ()
    stage.passes(2)
    assert stage.asked(TakeTicket) == handed


def test_a_restart_repeats_the_hand_in_word_for_word(play: NewPlay) -> None:
    stage, handed = handing_in(play)
    again = play(book=stage.flow._telling.spares.book, up_s=stage.up_s + 50)
    again.happens(LinkChanged(is_connected=True))
    hub_comes_back(again)
    assert again.asked(TakeTicket) == handed


@pytest.mark.parametrize("code", ["too-late", "day-closed", "bad-request"])
def test_a_hand_in_that_can_never_succeed_is_dropped_with_a_line_in_the_log(play: NewPlay, code: RefusalCode) -> None:
    stage, handed = handing_in(play)
    stage.is_refused(handed.request_id, code)
    assert [type(each) for each in stage.out] == [KeepSpares, Note]
    assert stage.flow.spares_waiting == 0


def test_a_hand_in_of_a_topic_that_is_gone_is_repeated_without_it(play: NewPlay) -> None:
    stage = play().hub_is_here(mode="topics")
    stage.touches("topic", "brief")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    stage.happens(SpareKept(is_kept=True))
    handed = stage.asked(TakeTicket)
    assert handed.topic == "brief"
    stage.is_refused(handed.request_id, "unknown-topic")
    again = stage.asked(TakeTicket)
    assert again.topic is UNSET
    assert again.request_id != handed.request_id
    assert again.instead_of == handed.instead_of


def test_a_hand_in_that_the_hub_cannot_store_is_tried_again_later(play: NewPlay) -> None:
    stage, handed = handing_in(play)
    stage.is_refused(handed.request_id, "storage-failed")
    assert stage.flow.spares_waiting == 1
    stage.passes(6)
    assert stage.asked(TakeTicket) == handed


def test_spare_numbers_are_handed_in_one_at_a_time_the_oldest_first(play: NewPlay) -> None:
    stage = play()
    for _ in range(2):
        stage.touches("take")
        stage.is_unheard(stage.asked(TakeTicket).request_id)
        stage.happens(SpareKept(is_kept=True))
        stage.touches("done")
    stage.happens(LinkChanged(is_connected=True))
    hub_comes_back(stage)
    handed = stage.asked(TakeTicket)
    assert handed.spare_number == "Z1"
    stage.is_answered(handed.request_id, number="Z1")
    assert stage.asked(TakeTicket).spare_number == "Z2"


def test_the_paper_of_a_spare_number_is_reported_once_the_hub_knows_the_number(play: NewPlay) -> None:
    stage, handed = handing_in(play)
    stage.happens(PaperCame(printing_of_spare(stage), "failed", "paper-out"))
    assert not [each for each in stage.out if isinstance(each, Ask)]
    stage.is_answered(handed.request_id, number="Z1")
    report = stage.asked(ReportPrint)
    assert (report.ticket_id, report.paper, report.cause) == (stage.ticket.ticket_id, "failed", "paper-out")


def test_paper_that_comes_after_the_spare_number_was_handed_in_is_reported_at_once(play: NewPlay) -> None:
    stage, handed = handing_in(play)
    stage.is_answered(handed.request_id, number="Z1")
    stage.happens(PaperCame(printing_of_spare(stage), "printed"))
    assert stage.asked(ReportPrint).paper == "printed"


def test_a_wish_to_be_fetched_goes_with_the_spare_number(play: NewPlay) -> None:
    stage = play()
    stage.touches("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    stage.happens(SpareKept(is_kept=True))
    stage.touches("fetch-me")
    assert stage.view.fetch.is_on
    stage.happens(LinkChanged(is_connected=True))
    hub_comes_back(stage)
    assert stage.asked(TakeTicket).fetch_me is True


def test_a_wish_that_changes_while_the_spare_number_is_on_its_way_is_told_afterwards(play: NewPlay) -> None:
    stage, handed = handing_in(play)
    stage.touches("fetch-me")
    stage.is_answered(handed.request_id, number="Z1")
    wish = stage.asked(FetchMe)
    assert (wish.ticket_id, wish.fetch_me) == (stage.ticket.ticket_id, True)
    assert stage.view.fetch.is_on


def with_spare_in_english(play: NewPlay) -> Play:
    """A stage on which somebody who reads English has Z1, and wants to be called in English too."""
    stage = play()
    stage.touches("languages")
    stage.touches("language", "en")
    stage.touches("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    stage.happens(SpareKept(is_kept=True))
    stage.touches("own-language")
    assert stage.view.own_language.is_on
    return stage


def test_a_wish_to_be_called_in_an_own_language_goes_with_the_spare_number(play: NewPlay) -> None:
    stage = with_spare_in_english(play)
    assert kept(stage).waiting[0].wants_own_language
    stage.happens(LinkChanged(is_connected=True))
    hub_comes_back(stage)
    assert (stage.asked(TakeTicket).language, stage.asked(TakeTicket).own_language) == ("en", True)


def test_that_wish_too_is_told_afterwards_where_it_changes_meanwhile(play: NewPlay) -> None:
    stage = with_spare_in_english(play)
    stage.happens(LinkChanged(is_connected=True))
    hub_comes_back(stage)
    handed = stage.asked(TakeTicket)
    stage.touches("own-language")
    stage.is_answered(handed.request_id, number="Z1", language="en")
    wish = stage.asked(OwnLanguage)
    assert (wish.ticket_id, wish.own_language) == (stage.ticket.ticket_id, False)
    assert not stage.view.own_language.is_on


def test_a_ticket_under_way_is_noted_when_asked_for_when_given_and_when_printed(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    asked = stage.asked(TakeTicket)
    assert (remembered(stage).request, remembered(stage).given) == (asked, None)
    stage.is_answered(asked.request_id)
    given = remembered(stage).given
    assert (given.ticket.number, given.paper) == ("27", None)
    stage.happens(PaperCame(given.job_id, "printed"))
    assert remembered(stage).given.paper == "printed"
    stage.touches("done")
    assert remembered(stage) is None


def crashed(play: NewPlay, *, is_given: bool) -> UnderWay:
    """What was noted when the kiosk crashed with a ticket under way."""
    stage = play().hub_is_here()
    stage.touches("take")
    noted = remembered(stage)
    if is_given:
        stage.is_answered(noted.request.request_id)
        noted = remembered(stage)
    return noted


def test_after_a_crash_the_number_is_shown_again_and_its_paper_is_reported_as_failed(play: NewPlay) -> None:
    again = play(up_s=1010)
    again.resumes(crashed(play, is_given=True))
    assert (again.view.number, again.view.headline) == ("27", "Onthoud uw nummer.")
    report = again.flow._telling.errands._waiting[0].command
    assert (report.paper, report.cause) == ("failed", "kiosk-restarted")


def test_long_after_a_crash_nobody_stands_there_and_the_paper_is_only_reported(play: NewPlay) -> None:
    again = play(up_s=2000)
    again.resumes(crashed(play, is_given=True))
    assert isinstance(again.view, WelcomeView)
    assert remembered(again) is None
    again.happens(LinkChanged(is_connected=True))
    hub_comes_back(again)
    assert again.asked(ReportPrint).paper == "failed"


def test_after_a_crash_the_same_request_is_asked_again_once_the_broker_is_there(play: NewPlay) -> None:
    noted = crashed(play, is_given=False)
    again = play(up_s=1010)
    again.resumes(noted)
    assert not [each for each in again.out if isinstance(each, Ask)]
    again.happens(LinkChanged(is_connected=True))
    assert again.asked(TakeTicket) == noted.request
    again.is_answered(noted.request.request_id)
    assert again.view.number == "27"


def test_after_a_crash_without_a_broker_the_visitor_gets_a_spare_number_in_the_end(play: NewPlay) -> None:
    noted = crashed(play, is_given=False)
    again = play(up_s=1010)
    again.resumes(noted)
    again.passes(5)
    again.is_unheard(again.asked(TakeTicket).request_id)
    assert kept(again).waiting[0].instead_of == noted.request.request_id


def test_a_spare_number_that_was_kept_just_before_a_crash_is_given_after_it(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    noted = remembered(stage)
    stage.is_unheard(noted.request.request_id)
    again = play(book=kept(stage), up_s=1010)
    again.resumes(noted)
    assert again.view.number == "Z1"
    assert [each.ticket.number for each in again.out if isinstance(each, PrintTicket)] == ["Z1"]


def test_after_a_restart_of_the_machine_nothing_is_shown_again(play: NewPlay) -> None:
    again = play(up_s=1010, boot_id="boot-2")
    again.resumes(crashed(play, is_given=False))
    assert isinstance(again.view, WelcomeView)
    assert remembered(again) is None
