"""Where a touch leads, as far as it only leads somewhere."""

from dataclasses import replace

from kiosk.offer import Offer
from kiosk.stages import ClosedTopic, Languages, NoTicket, SecondLevel, Session, Stage, Start
from kiosk.view import Control


def step(session: Session, control: Control, offer: Offer) -> Session:
    """The session after the touch; the same one where the touch does not lead elsewhere."""
    match control.kind:
        case "topic":
            return replace(session, stage=_into(control.which, offer) or session.stage)
        case "languages":
            return replace(session, stage=Languages(session.stage))
        case "language":
            return replace(session, stage=_back(session.stage, offer), language=control.which)
        case "larger":
            return replace(session, is_large=not session.is_large)
        case "back":
            return replace(session, stage=_back(session.stage, offer))
        case _:
            return session


def topic_to_take(control: Control, offer: Offer) -> str | None:
    """The topic of the ticket that a touch asks for; "" is a ticket without one, None no ticket."""
    match control.kind:
        case "general":
            return ""
        case "take":
            return control.which
        case "topic":
            return control.which if _into(control.which, offer) is None else None
        case _:
            return None


def still_possible(stage: Stage, offer: Offer) -> Stage:
    """The stage, or the start where its topic is gone from the menu."""
    if isinstance(stage, Languages):
        return Languages(still_possible(stage.before, offer))
    is_gone = isinstance(stage, SecondLevel | ClosedTopic) and offer.find(stage.topic_id) is None
    return Start() if is_gone else stage


def _into(topic_id: str, offer: Offer) -> Stage | None:
    topic = offer.find(topic_id)
    if topic is None:
        return Start()
    if not topic.open:
        return ClosedTopic(topic_id)
    return SecondLevel(topic_id) if topic.topics else None


def _back(stage: Stage, offer: Offer) -> Stage:
    match stage:
        case Languages(before):
            return before
        case ClosedTopic(topic_id):
            parent = offer.parent(topic_id)
            return SecondLevel(parent.id) if parent else Start()
        case SecondLevel() | NoTicket():
            return Start()
        case _:
            return stage
