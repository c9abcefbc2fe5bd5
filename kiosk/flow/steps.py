"""Where a touch leads, as far as it only leads somewhere."""

from dataclasses import replace
from typing import Any, Final

from kiosk.offer import Offer
from kiosk.stages import (
    About,
    Another,
    ClosedTopic,
    Languages,
    Listen,
    Mode,
    NoTicket,
    SecondLevel,
    Session,
    Stage,
    Start,
)
from kiosk.view import Control, ControlKind

READ_ALOUD: Final[dict[Mode, Mode]] = {"touch": "reading", "reading": "touch", "blind": "keys", "keys": "blind"}
"""What the button to read aloud, and to stop it, leads to."""

VOLUME_STEP: Final = 10
SOFTEST, LOUDEST = 20, 100
"""In percent; nobody can make the kiosk silent for the next one who needs it to speak."""


FLIPPED: Final[dict[ControlKind, str]] = {"larger": "is_large", "contrast": "is_high_contrast", "lower": "is_low"}


def step(session: Session, control: Control, offer: Offer) -> Session:
    """The session after the touch; the same one where the touch does not lead elsewhere."""
    stage = session.stage
    match control.kind, stage:
        case "topic", _:
            return replace(session, stage=_into(control.which, offer) or stage)
        case "languages" | "about", _:
            return replace(session, stage=Languages(stage) if control.kind == "languages" else _about(stage))
        case "language", _:
            return replace(session, stage=back(stage, offer), language=control.which)
        case "back", _:
            return replace(session, stage=back(stage, offer))
        case "listen", Listen(before):
            return replace(session, stage=before, mode="blind")
        case "no-listen", Listen(before, language):
            session = replace(session, stage=before, language=language)
    return _settings(session, control)


def _settings(session: Session, control: Control) -> Session:
    if control.kind in FLIPPED:
        name = FLIPPED[control.kind]
        flipped: dict[str, Any] = {name: not getattr(session, name)}
        session = replace(session, page=0, **flipped)
    elif control.kind == "page":
        session = replace(session, page=session.page + 1)
    elif control.kind == "read-aloud":
        session = replace(session, mode=READ_ALOUD[session.mode])
    elif control.kind in ("quieter", "louder"):
        session = with_volume(session, VOLUME_STEP if control.kind == "louder" else -VOLUME_STEP)
    return session


def with_volume(session: Session, change: int) -> Session:
    """The session so many percent louder or softer."""
    return replace(session, volume=min(LOUDEST, max(SOFTEST, session.volume + change)))


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
    if isinstance(stage, Languages | About | Listen | Another):
        return replace(stage, before=still_possible(stage.before, offer))
    is_gone = isinstance(stage, SecondLevel | ClosedTopic) and offer.find(stage.topic_id) is None
    return Start() if is_gone else stage


def _about(stage: Stage) -> Stage:
    """From one to the other and back leads nowhere deeper."""
    return stage.before if isinstance(stage, Languages) and isinstance(stage.before, About) else About(stage)


def _into(topic_id: str, offer: Offer) -> Stage | None:
    topic = offer.find(topic_id)
    if topic is None:
        return Start()
    if not topic.open:
        return ClosedTopic(topic_id)
    return SecondLevel(topic_id) if topic.topics else None


def back(stage: Stage, offer: Offer) -> Stage:
    """Where the way back leads."""
    match stage:
        case Languages(before) | About(before) | Listen(before) | Another(_, before):
            return before
        case ClosedTopic(topic_id):
            parent = offer.parent(topic_id)
            return SecondLevel(parent.id) if parent else Start()
        case SecondLevel() | NoTicket():
            return Start()
        case _:
            return stage
