"""What a partner sees and may ask: the own lines, and nothing of anybody else."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect
from snapshots import AT, desk, floor, ticket

from console.partners import may, own
from wire.commands import COMMANDS, CallTicket, Command, OpenDesk, TakeTicket
from wire.state import Today, WaitingTicket

OWN = frozenset({"taalhuis"})


def waiting(line: str, number: str) -> WaitingTicket:
    return WaitingTicket(
        ticket_id=str(uuid4()),
        number=number,
        line=line,
        topic=None,
        topic_name=None,
        language="nl",
        fetch_me=False,
        taken_at=AT,
        paper=None,
        device="kiosk-1",
    )


THEIRS, OURS = waiting("ido", "1"), waiting("taalhuis", "L1")
FLOOR = floor(
    waiting=(THEIRS, OURS),
    desks=(
        desk(state="closed"),
        desk(id="2", state="calling", ticket=ticket("2", state="calling")),
        desk(id="3", lines=("taalhuis",)),
    ),
    today=Today(taken=9, waiting=2, parked=0, helped=3, missed=0, unregistered=4),
)


def asked(name: str, **fields: Any) -> Command:
    return COMMANDS[name](request_id=str(uuid4()), **fields)


def test_of_other_lines_a_partner_sees_nobody() -> None:
    seen = own(FLOOR, OWN)
    assert seen.waiting == (OURS,)
    assert [desk.ticket for desk in seen.desks] == [None, None, None]
    assert (seen.today.waiting, seen.today.unregistered) == (1, 0)


def test_a_partner_calls_at_a_desk_of_the_own_lines_only() -> None:
    assert may(asked("call-next", desk="3"), FLOOR, "3", OWN)
    assert not may(asked("call-next", desk="2"), FLOOR, "2", OWN)


def test_a_partner_opens_a_desk_for_the_own_lines_only() -> None:
    opened = OpenDesk(request_id=str(uuid4()), desk="1", lines=("taalhuis",))
    assert may(opened, FLOOR, "1", OWN)
    assert not may(replace(opened, lines=("ido",)), FLOOR, "1", OWN)
    assert not may(OpenDesk(request_id=str(uuid4()), desk="1"), FLOOR, "1", OWN)
    assert not may(replace(opened, desk="2"), FLOOR, "2", OWN)


def test_a_partner_gives_numbers_for_the_own_lines_only() -> None:
    taken = TakeTicket(request_id=str(uuid4()), device="console-1", line="taalhuis")
    assert may(taken, FLOOR, "3", OWN)
    assert not may(replace(taken, line="ido"), FLOOR, "3", OWN)
    assert not may(TakeTicket(request_id=str(uuid4()), device="console-1", topic="digid"), FLOOR, "3", OWN)


@pytest.mark.parametrize("name", ["withdraw-ticket", "bring-back", "print-again"])
def test_a_partner_has_to_do_with_the_own_tickets_only(name: str) -> None:
    assert may(asked(name, ticket_id=OURS.ticket_id), FLOOR, "3", OWN)
    assert not may(asked(name, ticket_id=THEIRS.ticket_id), FLOOR, "3", OWN)


def test_a_partner_says_of_the_own_visitors_only_who_is_to_be_fetched() -> None:
    assert may(asked("fetch-me", ticket_id=OURS.ticket_id, fetch_me=True), FLOOR, "3", OWN)
    assert not may(asked("fetch-me", ticket_id=THEIRS.ticket_id, fetch_me=True), FLOOR, "3", OWN)


def test_a_partner_cannot_call_a_chosen_visitor_of_another_line() -> None:
    called = CallTicket(request_id=str(uuid4()), desk="3", ticket_id=THEIRS.ticket_id, reason="other")
    assert not may(called, FLOOR, "3", OWN)
    assert may(replace(called, ticket_id=OURS.ticket_id), FLOOR, "3", OWN)


@pytest.mark.parametrize("name", ["recall", "start-visit", "miss-ticket", "park-ticket", "finish-visit", "undo"])
def test_a_visitor_of_another_line_at_the_desk_is_not_a_partners(name: str) -> None:
    assert not may(asked(name, desk="2"), FLOOR, "2", OWN)


@pytest.mark.parametrize("name", ["close-intake", "open-intake", "close-day", "open-day", "day-sheet"])
def test_the_branch_and_its_day_are_not_a_partners(name: str) -> None:
    assert not may(asked(name), FLOOR, "3", OWN)


def test_a_partner_signs_in_and_works_with_the_own_line(staff: Callable[..., Any], house: Any) -> None:
    house.take(line="ido")
    ours = house.take(line="taalhuis")
    someone = staff().sign_in_as("Taalhuis")
    someone.press("Balie 1")
    expect(someone.page.locator("#waiting .number")).to_have_text([ours.number])
    someone.press("Volgende")
    expect(someone.page.locator("#card .number")).to_have_text(ours.number)
    token = someone.page.locator("[name=_csrf_token]").input_value()
    form = {"_csrf_token": token, "request_id": str(uuid4())}
    assert someone.page.request.post(f"{house.url}/balie/close-intake", form=form).status == 400


def test_the_password_of_the_branch_is_not_the_partners(staff: Callable[..., Any]) -> None:
    someone = staff().sign_in_as("Taalhuis", tried="welkom-hier")
    expect(someone.page.get_by_role("alert")).to_be_visible()
