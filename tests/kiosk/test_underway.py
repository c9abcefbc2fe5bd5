"""A crash at any step between a touch and a number: one visitor, one living ticket, and the number that was seen."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from kiosk_play import Play, new_ticket
from msgspec import UNSET, json

from kiosk.effects import Ask, KeepSpares, PrintTicket, Remember
from kiosk.events import Answered, Event, HubHeard, LinkChanged, PaperCame, SpareKept, Touched
from kiosk.spare import SpareBook
from kiosk.underway import UnderWay
from kiosk.view import Control, NumberView
from wire.answers import Answer, NoAnswer, Ticket
from wire.commands import TakeTicket

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.effects import Effect

    NewPlay = Callable[..., Play]

MOST_STEPS = 60


class PaperHub:
    """Keeps tickets as the contract says: a request counts once, and a spare number replaces what it stands for."""

    def __init__(self) -> None:
        self.tickets: dict[str, Ticket] = {}

    def take(self, command: TakeTicket) -> Answer:
        if command.request_id not in self.tickets:
            if command.instead_of is not UNSET:
                self.tickets.pop(command.instead_of, None)
            number = f"{len(self.tickets) + 1}" if command.spare_number is UNSET else command.spare_number
            self.tickets[command.request_id] = new_ticket(number=number)
        return Answer(request_id=command.request_id, revision=1, ticket=self.tickets[command.request_id])


@dataclass
class Machine:
    """What stays when the program dies: the disk, the paper that came out, and the hub."""

    hearing: str
    hub: PaperHub = field(default_factory=PaperHub)
    spares: bytes = json.encode(SpareBook())
    under_way: bytes = b""
    printed: list[str] = field(default_factory=list)
    steps_left: int = MOST_STEPS

    def runs(self, stage: Play, *events: Event) -> bool:
        """Does what the flow wants, one effect after another; False when the program died of it."""
        queue = deque(events)
        while queue:
            for effect in stage.happens(queue.popleft()):
                if self.steps_left == 0:
                    return False
                self.steps_left -= 1
                queue.extend(self.does(effect))
        return True

    def does(self, effect: Effect) -> list[Event]:
        match effect:
            case KeepSpares(book, is_new):
                self.spares = json.encode(book)
                return [SpareKept(is_kept=True)] if is_new else []
            case Remember(under_way):
                self.under_way = json.encode(under_way) if under_way else b""
            case PrintTicket(job_id, ticket):
                self.printed.append(ticket.number)
                return [PaperCame(job_id, "printed")]
            case Ask(TakeTicket() as command):
                return [Answered(command.request_id, self.answers(command))]
        return []

    def answers(self, command: TakeTicket) -> Any:
        """Depending on what the hub hears, and on what is heard of it."""
        if self.hearing == "nothing":
            return NoAnswer("timed-out")
        answer = self.hub.take(command)
        return answer if self.hearing == "all" else NoAnswer("timed-out")

    def starts(self, play: NewPlay, up_s: float) -> Play:
        """The program anew; the hub is well by now."""
        self.hearing, self.steps_left = "all", MOST_STEPS
        stage = play(book=json.decode(self.spares, type=SpareBook), up_s=up_s)
        if self.under_way:
            queue = stage.resumes(json.decode(self.under_way, type=UnderWay))
            for effect in queue:
                self.runs(stage, *self.does(effect))
        assert self.runs(stage, LinkChanged(is_connected=True), HubHeard(is_offline=False))
        for _ in range(6):
            stage.up_s += 6
            assert self.runs(stage, HubHeard(is_offline=False))
        return stage


@pytest.mark.parametrize("hearing", ["all", "nothing", "but-not-back"])
@pytest.mark.parametrize("steps", range(8))
def test_a_crash_after_any_step_leaves_one_ticket_and_the_number_that_was_seen(
    play: NewPlay, hearing: str, steps: int
) -> None:
    machine = Machine(hearing)
    stage = play(up_s=1000.0)
    machine.runs(stage, LinkChanged(is_connected=True))
    machine.steps_left = steps
    is_alive = machine.runs(stage, Touched(Control("take")))
    seen = stage.view.number if is_alive and isinstance(stage.view, NumberView) else None
    again = machine.starts(play, 1005.0)
    living = [ticket.number for ticket in machine.hub.tickets.values()]
    shown = [again.view.number] if isinstance(again.view, NumberView) else []
    assert len(living) <= 1
    assert shown == living
    assert set(machine.printed) <= set(living)
    assert seen is None or [seen] == shown
    assert again.flow.spares_waiting == 0


def test_a_crash_before_anything_was_noted_leaves_nothing(play: NewPlay) -> None:
    machine = Machine("all")
    machine.steps_left = 0
    assert not machine.runs(play(), Touched(Control("take")))
    again = machine.starts(play, 1005.0)
    assert machine.hub.tickets == {}
    assert not isinstance(again.view, NumberView)


@pytest.mark.parametrize("hearing", ["nothing", "but-not-back"])
def test_no_number_is_seen_before_it_is_on_the_disk(play: NewPlay, hearing: str) -> None:
    machine = Machine(hearing)
    stage = play()
    stage.touches("take")
    stage.is_unheard(stage.asked(TakeTicket).request_id)
    assert not isinstance(stage.view, NumberView)
    assert machine.runs(stage, SpareKept(is_kept=True))
    assert stage.view.number == machine.printed[0] == "Z1"
