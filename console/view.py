"""What the desk's page shows, ready to be drawn: every word chosen, every button with its id."""

from dataclasses import dataclass
from typing import Final

from console.menu import links
from console.panels.moving import lines_elsewhere
from console.panels.opened import panel
from console.panels.panel import Panel, opening
from console.registering.panels import beside_the_visit
from console.situation import Button, Situation
from console.trouble import troubles
from runtime.texts import mark
from wire.answers import Ticket
from wire.state import DeskState, WaitingTicket

MAIN: Final[dict[DeskState, str]] = {
    "closed": "open-desk",
    "paused": "resume-desk",
    "free": "call-next",
    "calling": "start-visit",
    "visit": "call-next",
}
BESIDE: Final[dict[DeskState, tuple[str, ...]]] = {
    "closed": (),
    "paused": (),
    "free": (),
    "calling": ("recall", "miss-ticket", "park-ticket"),
    "visit": ("finish-visit", "park-ticket"),
}
OF_THE_DESK: Final[dict[DeskState, tuple[str, ...]]] = {
    "closed": (),
    "paused": ("close-desk",),
    "free": ("pause-desk", "close-desk"),
    "calling": ("close-desk",),
    "visit": ("close-desk",),
}
CONDITION: Final[dict[DeskState, str]] = {
    "closed": mark("Deze balie is gesloten."),
    "paused": mark("Deze balie heeft pauze."),
    "free": mark("Deze balie is vrij."),
    "calling": mark("Is geroepen"),
    "visit": mark("Aan de balie"),
}
ADVICE: Final[dict[DeskState, str]] = {
    "closed": mark("Er wordt hier niemand geroepen."),
    "paused": mark("Druk op Verder als u weer iemand kunt helpen."),
    "free": mark("Druk op Volgende als u iemand kunt helpen."),
    "calling": "",
    "visit": "",
}
NOT_HEARD: Final = mark("Misschien niet gehoord.")
NOBODY: Final = mark("Niemand wacht. U hoeft nu niets te doen.")
ALERT: Final = mark("Er wacht iemand.")
NONE_FREE: Final = mark("Er is nog geen balie vrij.")

BY_HAND: Final = (
    ("nieuw", mark("Nieuw nummer"), "new-number"),
    ("vraag", mark("Vraag noteren"), ""),
)
"""Below the line: panel, words, and the id where others look for it."""

UNDONE: Final[dict[DeskState, str]] = {
    "closed": mark("balie gesloten"),
    "paused": mark("laatste stap"),
    "free": mark("laatste stap"),
    "calling": mark("{number} geroepen"),
    "visit": mark("{number} is er"),
}
"""What undoing takes back when it was done elsewhere; the desk's state tells."""


@dataclass(frozen=True, slots=True)
class Called:
    """The ticket that the desk has now."""

    number: str
    topic: str
    language: str
    is_fetched: bool
    condition: str
    other_topic: Button


@dataclass(frozen=True, slots=True)
class Row:
    """One number in a list."""

    number: str
    topic: str
    about: str
    is_fetched: bool
    note: str
    button: Button | None = None
    more: Button | None = None


@dataclass(frozen=True, slots=True)
class DeskView:
    """The whole page of one desk."""

    name: str
    state: DeskState
    is_hub_there: bool
    is_shared: bool
    condition: str
    advice: str
    called: Called | None
    main: Button
    beside: tuple[Button, ...]
    of_the_desk: tuple[Button, ...]
    undo: Button | None
    acknowledge: Button | None
    is_somebody_coming: bool
    is_anybody_next: bool
    waiting: tuple[Row, ...]
    missed: tuple[Row, ...]
    parked: tuple[Row, ...]
    waiting_count: int
    news: str
    troubles: tuple[str, ...]
    panel: Panel | None
    registration: Panel | None
    panels: tuple[Button, ...]
    by_hand: tuple[Button, ...]
    made: str | None
    links: tuple[tuple[str, str, int], ...]
    said: str
    said_kind: str


def desk_view(at: Situation) -> DeskView:
    """The page of the session's desk, as things stand now."""
    text = at.names.texts.text
    said = at.session.said if at.session.said and at.session.said.about == at.about else None
    return DeskView(
        name=at.names.desk(at.session.desk or ""),
        state=at.state,
        is_hub_there=at.is_hub_there,
        is_shared=at.is_shared,
        condition=text(CONDITION[at.state]),
        advice=_advice(at),
        called=_called(at),
        main=at.button(MAIN[at.state], hint=_main_hint(at), place="main-button"),
        beside=_beside(at),
        of_the_desk=tuple(at.button(name) for name in OF_THE_DESK[at.state]),
        undo=_undo(at),
        acknowledge=acknowledge(at),
        is_somebody_coming=bool(at.floor and at.floor.coming),
        is_anybody_next=bool(at.waiting),
        waiting=tuple(_row(at, one) for one in (at.floor.waiting if at.floor else ())),
        missed=tuple(_row(at, one, is_back=True) for one in (at.floor.missed if at.floor else ())),
        parked=tuple(_row(at, one, is_back=True) for one in (at.floor.parked if at.floor else ())),
        waiting_count=at.floor.today.waiting if at.floor else 0,
        news=_news(at),
        troubles=troubles(at.floor, at.names.texts),
        panel=panel(at),
        registration=beside_the_visit(at),
        panels=_panels(at),
        by_hand=tuple(opening(at, name, label, place=place) for name, label, place in BY_HAND),
        made=at.session.made,
        links=links(at.session.lines, at.floor.today.unregistered if at.floor else 0),
        said=said.text if said else "",
        said_kind=said.kind if said else "done",
    )


def _news(at: Situation) -> str:
    text = at.names.texts.text
    count = _how_many(at, len(at.waiting))
    return f"{count}. {text(ALERT)} {text(NONE_FREE)}" if acknowledge(at) else count


def _beside(at: Situation) -> tuple[Button, ...]:
    buttons = tuple(_recall(at) if name == "recall" else at.button(name) for name in BESIDE[at.state])
    ticket = at.desk.ticket if at.desk else None
    if ticket is None:
        return buttons
    moves = (opening(at, "rij", mark("Naar een andere rij")),) if lines_elsewhere(at) else ()
    language = ticket.language if ticket.language != at.names.language else ""
    return (*buttons, *moves, opening(at, "zinnen", mark("Zinnen"), about=language))


def _recall(at: Situation) -> Button:
    is_due = _is_recall_due(at)
    return at.button("recall", hint=at.names.texts.text(NOT_HEARD) if is_due else "", style="due" if is_due else "")


def _is_recall_due(at: Situation) -> bool:
    return (at.recall_in_s or 0.0) < 0


def _panels(at: Situation) -> tuple[Button, ...]:
    names = [("weg", mark("Deze nummers weg")), ("fraude", mark("Geld kwijt door oplichting"))]
    if at.session.lines is None:
        is_closed = at.floor is not None and at.floor.intake == "closed"
        names.insert(0, ("kiosk", mark("Weer nummers geven") if is_closed else mark("Geen nummers meer geven")))
    return tuple(opening(at, name, label) for name, label in names)


def acknowledge(at: Situation) -> Button | None:
    """*Ik kom eraan*, while somebody waits, no desk is free for them and nobody said that they come."""
    floor = at.floor
    if floor is None or not floor.waiting or floor.coming:
        return None
    served = {line for desk in floor.desks if desk.state == "free" for line in desk.lines}
    return None if all(one.line in served for one in floor.waiting) else at.button("acknowledge")


def _advice(at: Situation) -> str:
    return at.names.texts.text(NOBODY if at.state == "free" and not at.waiting else ADVICE[at.state])


def _called(at: Situation) -> Called | None:
    ticket = at.desk.ticket if at.desk else None
    if ticket is None:
        return None
    return Called(
        number=ticket.number,
        topic=at.names.topic(ticket.topic),
        language=_foreign(at, ticket.language),
        is_fetched=ticket.fetch_me,
        condition=_condition(at, ticket),
        other_topic=opening(at, "onderwerp", mark("Ander onderwerp")),
    )


def _condition(at: Situation, ticket: Ticket) -> str:
    times = at.picture.times_called(ticket.number, at.session.desk or "")
    text = at.names.texts.text
    if at.state == "calling" and _is_recall_due(at):
        return text(NOT_HEARD)
    if at.state == "calling" and times > 1:
        return text("{n} keer geroepen").format(n=times)
    return text(CONDITION[at.state])


def _foreign(at: Situation, language: str) -> str:
    return "" if language == at.names.language else at.names.spoken(language)


def _main_hint(at: Situation) -> str:
    text = at.names.texts.text
    if at.state == "calling":
        ticket = at.desk.ticket if at.desk else None
        return text("{number} is bij mij").format(number=ticket.number) if ticket else ""
    if at.state not in {"free", "visit"}:
        return ""
    first = text("eerst: {number}").format(number=at.waiting[0].number) if at.waiting else ""
    # Where the button is narrow, it breaks between the two and nowhere else.
    parts = (_how_many(at, len(at.waiting)), first)
    space = "\N{NO-BREAK SPACE}"
    return f"{space}· ".join(part.replace(" ", space) for part in parts if part)


def how_many_in_all(at: Situation) -> str:
    """How many wait for any desk, in words."""
    return _how_many(at, at.floor.today.waiting if at.floor else 0)


def _how_many(at: Situation, n: int) -> str:
    if not n:
        return at.names.texts.text("Niemand wacht")
    return at.names.texts.plural("{n} persoon wacht", "{n} mensen wachten", n).format(n=n)


def _undo(at: Situation) -> Button | None:
    desk = at.desk
    if desk is None or at.floor is None or at.picture.undo_left_s(desk, at.now_s) <= 0:
        return None
    number = desk.ticket.number if desk.ticket else ""
    known = at.deeds.text(desk.id, desk.state, at.floor.revision)
    text = known or at.names.texts.text(UNDONE[desk.state]).format(number=number)
    return at.button("undo", hint=text)


def _row(at: Situation, ticket: WaitingTicket, *, is_back: bool = False) -> Row:
    about = [at.names.spoken(ticket.language)]
    if at.names.is_other_line(ticket.line):
        about.append(at.names.line(ticket.line))
    note = at.names.texts.text("Bon niet geprint: schrijf {number} op een briefje.")
    place = f"back-{ticket.ticket_id}"
    return Row(
        number=ticket.number,
        topic=ticket.topic_name or "",
        about=" · ".join(about),
        is_fetched=ticket.fetch_me,
        note=note.format(number=ticket.number) if ticket.paper == "failed" and not is_back else "",
        button=at.button("bring-back", place=place, ticket_id=ticket.ticket_id) if is_back else None,
        more=opening(at, "nummer", "•••", about=ticket.ticket_id, place=f"more-{ticket.ticket_id}"),
    )
