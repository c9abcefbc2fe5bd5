"""What a press does: ask the hub once, and remember what to say about it."""

import asyncio
from contextlib import suppress
from typing import Final

from msgspec.structs import replace

from console.actions import ACTIONS, NotPressable, command_of
from console.deeds import Deed
from console.partners import may
from console.registering.draft import Draft
from console.registering.panels import draft
from console.room import Room
from console.sessions import Said, Session
from console.situation import Situation
from runtime.texts import mark
from wire.answers import Answer, NoAnswer, Refused
from wire.commands import CallNext, CallTicket, Command, FinishVisit, OpenDesk, Question, name_of
from wire.refusals import REFUSAL_TEXTS, RefusalCode

FLOOR_S: Final = 0.3
"""So long the floor may lag behind an answer before the page is drawn without it."""

NO_ANSWER: Final = mark("De wachtrij antwoordt niet. Er is niets onthouden. Probeer het zo nog een keer.")
TO_STAFF: Final[dict[RefusalCode, str]] = {
    "intake-closed": mark("Er worden nu geen nummers gegeven."),
    "desk-busy": mark("Deze balie heeft al iemand. Kies eerst wat er met dit nummer gebeurt."),
}
"""Where staff need other words than a visitor."""

CLOSES_THE_PANEL: Final = frozenset(
    {
        "take-ticket",
        "call-ticket",
        "transfer-ticket",
        "correct-topic",
        "withdraw-ticket",
        "print-again",
        "close-intake",
        "open-intake",
    }
)
"""What was asked is answered."""


async def press(room: Room, session: Session, name: str, request_id: str, chosen: dict[str, str]) -> bool:
    """Carry out one press and note on the session what came of it; True when the hub did it.

    Raises:
        NotPressable: no button of the page sends this.
    """
    own = {"device": room.settings.console.device, **({"desk": session.desk} if session.desk else {})}
    command = command_of(name, request_id, own, chosen)
    if isinstance(command, OpenDesk) and session.lines is not None:
        command = replace(command, lines=tuple(sorted(session.lines)))
    questions = draft(room.situation(session)).questions
    if isinstance(command, FinishVisit) and questions:
        command = replace(command, questions=questions)
    if isinstance(command, CallNext | CallTicket) and questions and not await _register(room, session, questions):
        return False
    return await carry_out(room, session, command)


async def carry_out(room: Room, session: Session, command: Command) -> bool:
    """Ask the hub, and note on the session what came of it; True when the hub did it.

    Raises:
        NotPressable: a partner asks what is not of the own lines.
    """
    floor = room.picture.floor
    if session.lines is not None and not (floor and may(command, floor, session.desk, session.lines)):
        raise NotPressable(name_of(command))
    now = room.situation(session)
    # Answer and floor come in any order: afterwards the floor may no longer tell whom it was about.
    number = _number_at_desk(room, session, now)
    session.presses.pressed(command.request_id, now.now_s)
    answer = await room.bridge.ask(command) if room.bridge.is_hub_there else NoAnswer("not-connected")
    if not isinstance(answer, Answer):
        _say(room, session, _why_not(room, answer), is_done=False)
        return False
    session.presses.worked(command.request_id)
    said = _note(room, session, name_of(command), answer, number)
    await _floor_of(room, answer.revision)
    _say(room, session, said, is_done=True)
    room.feed.tell()
    return True


async def _register(room: Room, session: Session, questions: tuple[Question, ...]) -> bool:
    # Calling the next one ends a visit unregistered; what was tapped about it goes first, so that nothing is lost.
    at = room.situation(session)
    request_id = session.presses.id_for(f"{at.here} registered", at.now_s)
    return await carry_out(
        room, session, FinishVisit(request_id=request_id, desk=session.desk or "", questions=questions)
    )


async def withdraw(room: Room, session: Session) -> bool:
    """Take off every ticket that the session marked; True when none of them is left."""
    at = room.situation(session)
    for ticket_id in sorted(session.marked):
        ticket = at.ticket(ticket_id)
        if ticket is None:
            continue
        button = at.button("withdraw-ticket", ticket_id=ticket_id)
        if not await press(room, session, "withdraw-ticket", button.request_id, {"ticket_id": ticket_id}):
            return False
    return True


def _note(room: Room, session: Session, name: str, answer: Answer, number: str) -> str:
    action = ACTIONS[name]
    number = answer.ticket.number if answer.ticket else number
    deed = room.names.texts.text(action.deed).format(number=number)
    if name == "take-ticket":
        session.made = number
    if name in CLOSES_THE_PANEL:
        session.opened = None
    if name == "finish-visit":
        session.draft = Draft()
    if session.desk and name == "undo":
        room.deeds.undid(session.desk)
    if session.desk and action.leads_to:
        room.deeds.did(session.desk, Deed(deed, answer.revision, action.leads_to, number))
    return deed


def _number_at_desk(room: Room, session: Session, now: Situation) -> str:
    floor = room.picture.floor
    unseen = room.deeds.number(session.desk, floor.revision) if session.desk and floor else None
    ticket = now.desk.ticket if now.desk else None
    return unseen or (ticket.number if ticket else "")


def _why_not(room: Room, answer: Refused | NoAnswer) -> str:
    if isinstance(answer, NoAnswer):
        return room.names.texts.text(NO_ANSWER)
    code = answer.refusal.code
    return room.names.texts.text(TO_STAFF.get(code, REFUSAL_TEXTS[code]))


def _say(room: Room, session: Session, text: str, *, is_done: bool) -> None:
    session.said = Said(text, "done" if is_done else "refused", room.situation(session).about)


async def _floor_of(room: Room, revision: int) -> None:
    # An answer that changed nothing on the floor is never followed by one.
    with suppress(TimeoutError):
        async with asyncio.timeout(FLOOR_S):
            while room.picture.floor is None or room.picture.floor.revision < revision:
                await room.feed.change()
