from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from board.sentences import Sentences
from runtime.texts import Texts

if TYPE_CHECKING:
    from paper_hub import PaperHub

MONDAY = date(2026, 11, 23)
QUIET = "Er wordt nu niemand geroepen."


def sentences(language: str = "nl", *, has_letters: bool = False) -> Sentences:
    return Sentences(
        Texts(language, "visitor"), ZoneInfo("Europe/Amsterdam"), {"break": "We zijn er om 13 uur weer."}, has_letters
    )


def test_before_the_first_board_a_visitor_is_asked_to_wait() -> None:
    assert sentences().nobody(None, None) == ("Even wachten…", "")
    assert sentences().aside(None) == ""


def test_when_nobody_is_called_it_says_so_and_that_sitting_down_is_fine(hub: PaperHub) -> None:
    assert sentences().nobody(hub.board(), MONDAY) == (QUIET, "U kunt gaan zitten. Wij roepen uw nummer.")


def test_when_nobody_is_at_the_desk_it_says_what_to_do(hub: PaperHub) -> None:
    said = sentences().nobody(hub.board(staffed="later"), MONDAY)
    assert said == (QUIET, "Er is nu niemand bij de balie. Neem een nummer, dan weten we dat u er bent.")


def test_when_somebody_is_coming_it_says_so(hub: PaperHub) -> None:
    said = sentences().nobody(hub.board(staffed="later", coming=True), MONDAY)
    assert said == (QUIET, "Er komt iemand naar u toe.")


def test_who_has_a_number_is_still_helped_when_the_intake_is_closed(hub: PaperHub) -> None:
    said = sentences().nobody(hub.board(intake="closed"), MONDAY)
    assert said == (QUIET, "U kunt nu geen nummer nemen. Hebt u al een nummer? Dan helpen we u nog.")


@pytest.mark.parametrize(
    ("opens_at", "said"),
    [
        ("2026-11-23T12:00:00.000Z", "We zijn vandaag om 13:00 uur weer open."),
        ("2026-11-24T09:00:00.000Z", "We zijn morgen om 10:00 uur weer open."),
        ("2026-11-26T09:00:00.000Z", "We zijn donderdag om 10:00 uur weer open."),
        ("2026-12-01T09:00:00.000Z", "We zijn dinsdag 1 december om 10:00 uur weer open."),
        (None, ""),
    ],
)
def test_when_closed_it_says_when_it_opens(hub: PaperHub, opens_at: str | None, said: str) -> None:
    board = hub.board(intake="closed", staffed="no", opens_at=opens_at)
    assert sentences().nobody(board, MONDAY) == ("We zijn nu gesloten.", said)


def test_tomorrow_is_not_said_when_nobody_knows_what_day_it_is(hub: PaperHub) -> None:
    board = hub.board(intake="closed", staffed="no", opens_at="2026-11-24T09:00:00.000Z")
    assert sentences().nobody(board, None)[1] == "We zijn dinsdag 24 november om 10:00 uur weer open."


def test_a_notice_comes_in_the_place_of_closed(hub: PaperHub) -> None:
    assert sentences().nobody(hub.board(intake="closed", notice="break"), MONDAY)[0] == "We zijn er om 13 uur weer."


def test_a_notice_that_the_branch_file_lacks_is_left_out(hub: PaperHub) -> None:
    assert sentences().nobody(hub.board(intake="closed", notice="unknown"), MONDAY)[0] == QUIET


def test_beside_the_calls_it_says_that_the_order_may_be_asked_about(hub: PaperHub) -> None:
    assert sentences().aside(hub.call("27")) == "Soms helpen we iemand eerder. Vraag gerust waarom."


def test_where_numbers_have_letters_it_explains_them(hub: PaperHub) -> None:
    assert sentences(has_letters=True).aside(hub.call("B27")).startswith("Elke letter heeft een eigen rij. ")


def test_a_notice_stands_beside_the_calls_while_people_are_called(hub: PaperHub) -> None:
    hub.call("27")
    assert sentences().aside(hub.board(intake="closed", notice="break")) == "We zijn er om 13 uur weer."
    assert sentences().aside(hub.board(intake="closed")) == "U kunt nu geen nummer nemen."


def test_a_notice_is_said_once(hub: PaperHub) -> None:
    assert sentences().aside(hub.board(intake="closed", notice="break")) == ""


def test_an_old_board_tells_its_time_in_the_branches_own_zone() -> None:
    last = datetime(2026, 11, 23, 9, 41, tzinfo=UTC)
    assert sentences().away(last, MONDAY) == "Geen verbinding. Laatste stand van 10:41."


def test_a_board_of_another_day_tells_its_day() -> None:
    last = datetime(2026, 11, 20, 9, 41, tzinfo=UTC)
    assert sentences().away(last, MONDAY) == "Geen verbinding. Laatste stand van vrijdag 20 november, 10:41."


def test_who_never_heard_the_hub_sends_people_to_somebody() -> None:
    assert sentences().away(None, MONDAY) == "Geen verbinding. Vraag hulp aan een medewerker."


def everything(say: Sentences, hub: PaperHub) -> list[str]:
    closed = hub.board(intake="closed", staffed="no", opens_at="2026-11-26T09:00:00.000Z")
    days = [say.nobody(closed, day)[1] for day in (MONDAY, date(2026, 11, 26), date(2026, 11, 25))]
    boards = [None, hub.board(), hub.board(staffed="later"), hub.board(coming=True), hub.board(intake="closed"), closed]
    hub.call("B27")
    asides = [say.aside(hub.board()), say.aside(hub.board(intake="closed"))]
    aways = [say.away(None, MONDAY), say.away(hub.now, MONDAY), say.away(hub.now, date(2026, 11, 24))]
    return [*days, *asides, *aways, *(text for board in boards for text in say.nobody(board, MONDAY) if text)]


def test_everything_is_said_in_english_too(hub: PaperHub) -> None:
    dutch, english = (everything(sentences(language, has_letters=True), hub) for language in ("nl", "en"))
    assert [text for text, other in zip(english, dutch, strict=True) if text == other] == []
    assert "We are open again on Thursday at 10:00." in english
    assert "No connection. As it was on Monday 23 November, 10:41." in english
