"""Where registering stands on the page: beside a visit, for a visit that ended, for help without a ticket."""

from console.panels.panel import Group, Panel
from console.registering import taps
from console.registering.draft import Draft
from console.situation import Button, Situation
from runtime.texts import mark

WITHOUT_TICKET = "vraag"


def about(at: Situation) -> str:
    """What a tap is about just now; empty when nothing is to be registered."""
    opened = at.session.opened
    if opened and opened.name == "vraag":
        return WITHOUT_TICKET
    if opened and opened.name == "registreren":
        return opened.about
    return at.here if at.state == "visit" else ""


def draft(at: Situation) -> Draft:
    """What was tapped about it so far."""
    kept = at.session.draft
    return kept if kept.about == about(at) else Draft(about(at))


def beside_the_visit(at: Situation) -> Panel | None:
    """During a visit; *Klaar* and *Volgende* take along what was tapped."""
    ticket = at.desk.ticket if at.desk and at.state == "visit" else None
    if ticket is None or about(at) != at.here:
        return None
    current = draft(at)
    groups = taps.groups(at.names, current, asks_topic=ticket.topic is None)
    return Panel("bezoek", "", (*groups, *_more(at, current)), _count(at, current))


def without_ticket(at: Situation) -> Panel:
    """*Vraag noteren*: for who walked straight up, telephoned, or was met outside."""
    current = draft(at)
    groups = taps.groups(at.names, current, asks_topic=True, asks_channel=True)
    is_ready = bool(current.questions and current.channel)
    return Panel("vraag", _text(at, mark("Vraag noteren")), (*groups, *_more(at, current, is_ready=is_ready)))


def afterwards(at: Situation) -> Panel | None:
    """For a visit of today that ended without."""
    visits = at.floor.unregistered if at.floor else ()
    visit = next((one for one in visits if one.visit_id == about(at)), None)
    if visit is None:
        return None
    current = draft(at)
    groups = taps.groups(at.names, current, asks_topic=visit.topic is None)
    title = " · ".join(part for part in (_text(at, mark("Nog invullen")), at.names.topic(visit.topic)) if part)
    return Panel("registreren", title, (*groups, *_more(at, current, is_ready=bool(current.questions))))


def _more(at: Situation, current: Draft, *, is_ready: bool = False) -> tuple[Group, ...]:
    buttons = []
    if current.taps.get("referred_to"):
        buttons.append(at.button("print-referral", partner=current.taps["referred_to"], **_language(at)))
    if "outcome" in current.taps:
        buttons.append(Button("another-button", _text(at, mark("Nog een vraag")), "/nog-een-vraag"))
    if is_ready:
        request_id = at.session.presses.id_for(f"{current.about} note", at.now_s)
        buttons.append(Button("note-button", _text(at, mark("Noteren")), "/noteer", request_id, style="go"))
    return (Group("", tuple(buttons)),) if buttons else ()


def _language(at: Situation) -> dict[str, str]:
    ticket = at.desk.ticket if at.desk else None
    return {"language": ticket.language} if ticket else {}


def _count(at: Situation, current: Draft) -> str:
    if not current.done:
        return ""
    words = at.names.texts.plural("{n} vraag is al ingevuld.", "{n} vragen zijn al ingevuld.", len(current.done))
    return words.format(n=len(current.done))


def _text(at: Situation, dutch: str) -> str:
    return at.names.texts.text(dutch)
