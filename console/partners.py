"""Partner accounts: whoever comes from another organisation sees and calls the own lines only."""

from msgspec.structs import replace

from wire.commands import (
    Acknowledge,
    BringBack,
    CallNext,
    CallTicket,
    CloseDesk,
    Command,
    CorrectTopic,
    FetchMe,
    FinishVisit,
    MissTicket,
    OpenDesk,
    ParkTicket,
    PauseDesk,
    PrintAgain,
    PrintReferral,
    Recall,
    RegisterQuestion,
    ResumeDesk,
    StartVisit,
    TakeTicket,
    TransferTicket,
    Undo,
    WithdrawTicket,
)
from wire.state import Floor, FloorDesk, WaitingTicket

Lines = frozenset[str]

OF_NOBODY = Acknowledge | RegisterQuestion | PrintReferral
OF_A_DESK = CloseDesk | PauseDesk | ResumeDesk
OF_THE_VISITOR = Recall | StartVisit | MissTicket | ParkTicket | TransferTicket | CorrectTopic | FinishVisit | Undo
OF_A_TICKET = BringBack | CallTicket | FetchMe | WithdrawTicket | PrintAgain


def own(floor: Floor, lines: Lines) -> Floor:
    """The floor as a partner sees it: of other lines there is nobody."""
    waiting, parked, missed = (_of(each, lines) for each in (floor.waiting, floor.parked, floor.missed))
    counts = replace(floor.today, waiting=len(waiting), parked=len(parked), missed=len(missed), unregistered=0)
    desks = tuple(desk if _is_own(desk, lines) else replace(desk, ticket=None, undo_until=None) for desk in floor.desks)
    return replace(floor, waiting=waiting, parked=parked, missed=missed, desks=desks, unregistered=(), today=counts)


def may_sit_at(desk: FloorDesk, lines: Lines) -> bool:
    """Whether a partner may take a desk: one that is closed, or that serves the own lines only."""
    return desk.state == "closed" or (set(desk.lines) <= lines and _is_own(desk, lines))


def may(command: Command, floor: Floor, desk: str | None, lines: Lines) -> bool:
    """Whether a partner at a desk may ask this of the hub; `floor` is the whole one."""
    seat = next((one for one in floor.desks if one.id == desk), None)
    is_own_seat = seat is not None and _is_own(seat, lines)
    if isinstance(command, OpenDesk):
        allowed = seat is not None and command.lines == tuple(sorted(lines)) and may_sit_at(seat, lines)
    elif isinstance(command, CallNext):
        allowed = seat is not None and may_sit_at(seat, lines)
    elif isinstance(command, TakeTicket):
        allowed = command.line in lines
    elif isinstance(command, OF_A_TICKET):
        allowed = is_own_seat and command.ticket_id in _tickets(own(floor, lines))
    elif isinstance(command, OF_A_DESK | OF_THE_VISITOR):
        allowed = is_own_seat
    else:
        allowed = isinstance(command, OF_NOBODY)
    return allowed


def _tickets(floor: Floor) -> set[str]:
    return {one.ticket_id for each in (floor.waiting, floor.parked, floor.missed) for one in each}


def _of(tickets: tuple[WaitingTicket, ...], lines: Lines) -> tuple[WaitingTicket, ...]:
    return tuple(one for one in tickets if one.line in lines)


def _is_own(desk: FloorDesk, lines: Lines) -> bool:
    return desk.ticket is None or desk.ticket.line in lines
