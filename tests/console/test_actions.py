from uuid import uuid4

import pytest

from console.actions import ACTIONS, NotPressable, command_of
from wire.commands import COMMANDS, BringBack, CallNext, TakeTicket

OWN = {"desk": "1", "device": "console-1"}


def test_a_press_at_a_desk_is_about_that_desk() -> None:
    command = command_of("call-next", str(uuid4()), OWN, {})
    assert isinstance(command, CallNext)
    assert command.desk == "1"


def test_a_number_by_hand_is_the_consoles_own() -> None:
    command = command_of("take-ticket", str(uuid4()), OWN, {"topic": "digid"})
    assert isinstance(command, TakeTicket)
    assert (command.device, command.topic) == ("console-1", "digid")


def test_a_button_carries_the_ticket_that_it_stands_beside() -> None:
    ticket_id = str(uuid4())
    command = command_of("bring-back", str(uuid4()), OWN, {"ticket_id": ticket_id})
    assert isinstance(command, BringBack)
    assert command.ticket_id == ticket_id


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("close-day", {}),
        ("nonsense", {}),
        ("call-next", {"desk": "2"}),
        ("take-ticket", {"spare_number": "Z1"}),
        ("take-ticket", {"topic": "<script>"}),
        ("bring-back", {}),
        ("recall", {"topic": "digid"}),
        ("fetch-me", {"ticket_id": "0b6f8d34-54f1-4f0c-9b39-6a1f5a0f6c11"}),
        ("fetch-me", {"ticket_id": "0b6f8d34-54f1-4f0c-9b39-6a1f5a0f6c11", "fetch_me": "maybe"}),
    ],
)
def test_what_no_button_sends_is_no_press(name: str, chosen: dict[str, str]) -> None:
    with pytest.raises(NotPressable):
        command_of(name, str(uuid4()), OWN, chosen)


@pytest.mark.parametrize("request_id", ["", "1", "x" * 5000])
def test_a_press_without_a_proper_id_is_none(request_id: str) -> None:
    with pytest.raises(NotPressable):
        command_of("call-next", request_id, OWN, {})


def test_every_action_is_a_command_of_the_wire() -> None:
    assert ACTIONS.keys() <= COMMANDS.keys()
