from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from kiosk.effects import Note, PrintOther, PrintTicket
from kiosk.events import HubHeard, JobArrived, MenuArrived, PaperCame, PrinterChanged
from kiosk.view import ChoiceView, Control, MessageView, NumberView, WelcomeView
from wire.commands import FetchMe, ReportPrint, TakeTicket
from wire.devices import Job, PrinterState
from wire.state import Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Play

    from wire.refusals import RefusalCode

    NewPlay = Callable[..., Play]


def with_number(play: NewPlay, **menu: object) -> tuple[Play, PrintTicket]:
    """A stage on which the visitor has number 27, and the print that was ordered."""
    stage = play().hub_is_here(**menu)
    stage.touches("take")
    stage.is_answered(stage.asked(TakeTicket).request_id)
    (printing,) = [each for each in stage.out if isinstance(each, PrintTicket)]
    return stage, printing


def test_one_touch_asks_for_a_ticket_and_the_answer_is_printed_and_shown(play: NewPlay) -> None:
    stage = play().hub_is_here()
    assert isinstance(stage.view, WelcomeView)
    stage.touches("take")
    asked = stage.asked(TakeTicket)
    assert (asked.device, asked.topic, asked.language) == ("kiosk-1", UNSET, "nl")
    stage.is_answered(asked.request_id)
    assert [each.ticket.number for each in stage.out if isinstance(each, PrintTicket)] == ["27"]
    assert isinstance(stage.view, NumberView)
    assert stage.view.number == "27"
    assert stage.view.headline == "Neem uw bon."
    assert stage.view.sentences == (
        "Er zijn nog 3 mensen voor u.",
        "Ga zitten bij de blauwe stoelen.\nWij roepen uw nummer.",
    )


def test_a_double_touch_is_one_ticket(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    asked = stage.asked(TakeTicket)
    assert stage.touches_at_once("take") == ()
    stage.is_answered(asked.request_id)
    assert stage.touches_at_once("done") == ()
    stage.up_s += 0.49
    assert stage.touches_at_once("done") == ()
    assert isinstance(stage.view, NumberView)


def test_a_finger_that_comes_down_as_the_answer_changes_the_screen_touches_nothing(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    asked = stage.asked(TakeTicket)
    stage.passes(1.5)
    stage.is_answered(asked.request_id)
    stage.up_s += 0.2
    assert stage.touches_at_once("done") == ()
    assert isinstance(stage.view, NumberView)


def test_waiting_for_the_hub_shows_only_when_it_takes_long(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    assert isinstance(stage.view, WelcomeView)
    assert stage.flow.next_tick_s(stage.now) == pytest.approx(stage.up_s + 0.4)
    stage.passes(0.41)
    assert isinstance(stage.view, MessageView)
    assert stage.view.title == "Even wachten…"
    assert stage.controls() == []


def test_klaar_makes_the_screen_ready_for_the_next_visitor_in_dutch(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("languages")
    stage.touches("language", "en")
    stage.touches("larger")
    stage.touches("take")
    stage.is_answered(stage.asked(TakeTicket).request_id)
    stage.touches("done")
    assert isinstance(stage.view, WelcomeView)
    assert stage.view.title == "Welkom"
    assert not stage.view.frame.is_large


def test_a_topic_gives_a_ticket_with_that_topic(play: NewPlay) -> None:
    stage = play().hub_is_here(mode="topics")
    stage.touches("topic", "brief")
    assert stage.asked(TakeTicket).topic == "brief"


def test_who_does_not_know_gets_a_ticket_without_a_topic_in_one_touch(play: NewPlay) -> None:
    stage = play().hub_is_here(mode="topics")
    assert stage.view.tiles[-1].control == Control("general")
    stage.touches("general")
    assert stage.asked(TakeTicket).topic is UNSET


def test_a_topic_with_topics_under_it_leads_to_those_and_back(play: NewPlay) -> None:
    stage = play().hub_is_here(mode="topics")
    stage.touches("topic", "digid")
    assert stage.view.title == "DigiD en inloggen"
    assert stage.controls()[:2] == ["topic digid-app", "take digid"]
    assert stage.controls()[-4:] == ["back", "larger", "contrast", "languages"]
    stage.touches("back")
    assert stage.view.title == "Waarvoor komt u?"
    stage.touches("topic", "digid")
    stage.touches("take", "digid")
    assert stage.asked(TakeTicket).topic == "digid"


def test_the_start_has_no_way_back(play: NewPlay) -> None:
    assert "back" not in play().hub_is_here(mode="topics").controls()


def test_a_topic_that_the_new_menu_lacks_leads_to_the_start(play: NewPlay, menu: Menu) -> None:
    stage = play().hub_is_here(mode="topics")
    stage.touches("topic", "digid")
    stage.happens(MenuArrived(replace(menu, mode="topics", revision=2, topics=menu.topics[1:])))
    assert stage.view.title == "Waarvoor komt u?"


def test_a_language_is_chosen_by_its_own_name_and_keeps_the_place(play: NewPlay) -> None:
    stage = play().hub_is_here(mode="topics")
    stage.touches("topic", "digid")
    stage.touches("languages")
    assert [(tile.text, tile.is_on) for tile in stage.view.tiles] == [("Nederlands", True), ("English", False)]
    stage.touches("language", "en")
    assert stage.view.title == "DigiD and login"
    stage.touches("topic", "digid-app")
    assert stage.asked(TakeTicket).language == "en"


def test_the_number_can_be_read_in_another_language_and_paper_news_comes_through_meanwhile(play: NewPlay) -> None:
    stage, printing = with_number(play)
    stage.touches("languages")
    stage.happens(PaperCame(printing.job_id, "failed", "paper-out"))
    stage.touches("language", "en")
    assert stage.view.headline == "Remember your number."
    assert stage.view.sentences[0] == "There is no paper left."


def test_a_language_without_a_catalogue_is_not_offered(play: NewPlay) -> None:
    stage = play().hub_is_here(languages=("nl", "ar"))
    assert "languages" not in stage.controls()


def test_larger_letters_become_smaller_again(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("larger")
    assert stage.view.frame.is_large
    assert stage.view.frame.row[2].text == "Kleiner"
    stage.touches("larger")
    assert not stage.view.frame.is_large


def test_what_was_not_on_the_screen_cannot_be_touched(play: NewPlay) -> None:
    stage = play().hub_is_here()
    assert stage.touches("done") == ()
    assert stage.touches("topic", "brief") == ()
    assert isinstance(stage.view, WelcomeView)


def test_the_hub_hears_what_became_of_the_paper(play: NewPlay) -> None:
    stage, printing = with_number(play)
    stage.happens(PaperCame(printing.job_id, "printed"))
    report = stage.asked(ReportPrint)
    assert (report.paper, report.cause, report.job_id) == ("printed", UNSET, UNSET)
    assert report.ticket_id == stage.ticket.ticket_id
    assert stage.view.headline == "Neem uw bon."


def test_without_paper_the_number_is_to_be_remembered(play: NewPlay) -> None:
    stage, printing = with_number(play)
    stage.happens(PaperCame(printing.job_id, "failed", "paper-out"))
    assert stage.asked(ReportPrint).cause == "paper-out"
    assert (stage.view.headline, stage.view.slot) == ("Onthoud uw nummer.", None)
    assert stage.view.sentences[0] == "Het papier is op."


def test_a_printer_out_of_paper_promises_none_and_a_ticket_that_comes_all_the_same_is_told(
    play: NewPlay,
) -> None:
    stage = play().hub_is_here()
    stage.happens(PrinterChanged(PrinterState("paper-out")))
    stage.touches("take")
    stage.is_answered(stage.asked(TakeTicket).request_id)
    assert stage.view.headline == "Onthoud uw nummer."
    (printing,) = [each for each in stage.out if isinstance(each, PrintTicket)]
    stage.happens(PaperCame(printing.job_id, "printed"))
    assert stage.view.headline == "Neem uw bon."


def test_a_cause_that_is_no_name_is_left_out_of_the_report(play: NewPlay) -> None:
    stage, printing = with_number(play)
    stage.happens(PaperCame(printing.job_id, "failed", "No such device!"))
    assert stage.asked(ReportPrint).cause is UNSET


def test_kom_mij_halen_is_told_and_can_be_taken_back(play: NewPlay) -> None:
    stage, _ = with_number(play)
    stage.touches("fetch-me")
    wish = stage.asked(FetchMe)
    assert (wish.ticket_id, wish.fetch_me) == (stage.ticket.ticket_id, True)
    assert (stage.view.fetch.is_on, stage.view.fetch.text) == (True, "Wij halen u op")
    stage.is_done(wish.request_id)
    stage.touches("fetch-me")
    assert stage.asked(FetchMe).fetch_me is False
    assert (stage.view.fetch.is_on, stage.view.fetch.text) == (False, "Kom mij halen")


def test_a_wish_that_the_hub_refuses_is_not_shown_as_granted(play: NewPlay) -> None:
    stage, _ = with_number(play)
    stage.touches("fetch-me")
    stage.is_refused(stage.asked(FetchMe).request_id, "not-waiting")
    assert not stage.view.fetch.is_on


def test_a_wish_that_nobody_heard_is_told_again(play: NewPlay) -> None:
    stage, _ = with_number(play)
    stage.touches("fetch-me")
    wish = stage.asked(FetchMe)
    stage.is_unheard(wish.request_id)
    stage.passes(4)
    assert stage.out == ()
    stage.passes(2)
    assert stage.asked(FetchMe) == wish


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("intake-closed", "U kunt nu geen nummer nemen."),
        ("line-full", "Deze rij is vol."),
        ("day-closed", "We zijn nu gesloten."),
        ("storage-failed", "Deze zuil werkt nu niet."),
        ("bad-request", "Deze zuil werkt nu niet."),
    ],
)
def test_a_refusal_says_in_plain_words_that_there_is_no_number(play: NewPlay, code: RefusalCode, title: str) -> None:
    stage = play().hub_is_here()
    stage.touches("take")
    stage.is_refused(stage.asked(TakeTicket).request_id, code)
    assert stage.view.title == title
    stage.touches("back")
    assert isinstance(stage.view, WelcomeView)


def test_somebody_who_is_coming_is_announced_on_the_start_and_beside_the_number(play: NewPlay, menu: Menu) -> None:
    stage, _ = with_number(play, staffed="later")
    assert "Er is nu niemand." in stage.view.sentences
    stage.happens(MenuArrived(replace(menu, revision=3, staffed="later", coming=True)))
    assert "Er is nu niemand. Er komt iemand naar u toe." in stage.view.sentences
    stage.touches("done")
    assert stage.view.notice == "Er is nu niemand. Er komt iemand naar u toe."


def test_an_older_menu_of_the_same_epoch_is_dropped_and_one_of_another_epoch_is_not(play: NewPlay, menu: Menu) -> None:
    stage = play().hub_is_here(revision=9)
    stage.happens(MenuArrived(replace(menu, revision=8, mode="topics")))
    assert isinstance(stage.view, WelcomeView)
    stage.happens(MenuArrived(replace(menu, epoch="f", revision=1, mode="topics")))
    assert isinstance(stage.view, ChoiceView)


def test_a_menu_with_a_time_that_is_none_is_dropped_with_a_note(play: NewPlay, menu: Menu) -> None:
    stage = play().hub_is_here()
    out = stage.happens(MenuArrived(replace(menu, revision=2, opens_at="morgen")))
    assert [type(each) for each in out] == [Note]
    assert isinstance(stage.view, WelcomeView)


def test_a_job_is_done_once_and_its_report_names_it(play: NewPlay) -> None:
    stage = play().hub_is_here()
    job = Job(job_id="5b5e0f5e-39a3-4f0c-8f1a-0a9a3f6d2c11", job="print-ticket", ticket=stage.ticket)
    assert stage.happens(JobArrived(job)) == (PrintTicket(job.job_id, stage.ticket),)
    assert stage.happens(JobArrived(job)) == ()
    stage.happens(PaperCame(job.job_id, "processed"))
    assert (stage.asked(ReportPrint).job_id, stage.asked(ReportPrint).paper) == (job.job_id, "processed")
    assert isinstance(stage.view, WelcomeView)


def test_a_job_to_print_a_ticket_without_one_is_dropped_with_a_note(play: NewPlay) -> None:
    stage = play().hub_is_here()
    out = stage.happens(JobArrived(Job(job_id="5b5e0f5e-39a3-4f0c-8f1a-0a9a3f6d2c11", job="print-ticket")))
    assert [type(each) for each in out] == [Note]


def test_a_referral_card_is_printed_and_not_reported(play: NewPlay) -> None:
    stage = play().hub_is_here()
    job = Job(job_id="5b5e0f5e-39a3-4f0c-8f1a-0a9a3f6d2c11", job="print-referral", partner="taalhuis")
    assert stage.happens(JobArrived(job)) == (PrintOther(job),)
    assert stage.happens(PaperCame(job.job_id, "printed")) == ()


def test_the_start_stays_as_it_is_however_long_nobody_comes(play: NewPlay) -> None:
    stage = play().hub_is_here(closes_at=None)
    stage.passes(100_000)
    assert isinstance(stage.view, WelcomeView)


def test_a_visitor_who_does_nothing_is_asked_first_and_any_touch_goes_on(play: NewPlay) -> None:
    stage = play().hub_is_here(mode="topics")
    stage.touches("topic", "digid")
    stage.passes(59)
    assert stage.view.title == "DigiD en inloggen"
    stage.passes(1)
    assert stage.view.title == "Bent u er nog?"
    stage.touches("still-here")
    assert stage.view.title == "DigiD en inloggen"
    stage.passes(60)
    stage.passes(30)
    assert stage.view.title == "Waarvoor komt u?"


def test_the_question_whether_anybody_is_there_leaves_the_number_readable(play: NewPlay) -> None:
    stage, _ = with_number(play)
    stage.passes(60)
    assert (stage.view.title, stage.view.number) == ("Bent u er nog?", "27")


def test_large_letters_give_more_time(play: NewPlay) -> None:
    stage = play().hub_is_here()
    stage.touches("larger")
    stage.passes(89)
    assert stage.view.frame.is_large
    stage.passes(1)
    assert stage.view.title == "Bent u er nog?"
    stage.passes(30)
    assert not stage.view.frame.is_large


def test_the_flow_asks_to_be_woken_when_something_is_due_and_not_before(play: NewPlay) -> None:
    stage = play()
    assert stage.flow.next_tick_s(stage.now) is None
    stage.touches("languages")
    assert stage.flow.next_tick_s(stage.now) == stage.up_s + 60
    stage.happens(HubHeard(is_offline=False))
    assert stage.flow.next_tick_s(stage.now) == stage.up_s + 25
