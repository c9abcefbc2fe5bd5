"""How speech and focus are switched on and off for a visitor; pure."""

from dataclasses import replace
from typing import Final

from kiosk.guidance.guidance import SPEAKING
from kiosk.stages import Asking, Listen, Mode, Session

WITHOUT_SPEECH: Final[dict[Mode, Mode]] = {"touch": "touch", "reading": "touch", "blind": "keys", "keys": "keys"}


def by_key(session: Session, voices: frozenset[str]) -> Session:
    """Somebody pressed a key: led by voice from now on, or by a silent focus where the language has none."""
    return _before_question(replace(session, mode="blind" if session.language in voices else "keys"))


def by_ear(session: Session, first_voiced: str, voices: frozenset[str]) -> Session:
    """Somebody put a headset on: led by voice, if need be in another language."""
    language = session.language if session.language in voices else first_voiced
    return replace(_before_question(session), mode="blind", language=language)


def asked(session: Session, first_voiced: str, voices: frozenset[str]) -> Session:
    """Somebody rested a finger on the glass: asked whether to speak, and by doing so again led by voice.

    While the hub is asked there is nothing to choose by mistake, so then there is no question.
    """
    if isinstance(session.stage, Listen | Asking):
        return by_ear(session, first_voiced, voices)
    language = session.language if session.language in voices else first_voiced
    return replace(session, stage=Listen(session.stage, session.language), language=language, mode="touch")


def silenced(session: Session) -> Session:
    """Without speech; who moved by keys goes on moving by keys."""
    return replace(session, mode=WITHOUT_SPEECH[session.mode])


def unplugged(session: Session) -> Session:
    """The headset was pulled out: speech ends, and that is the last that is said."""
    return replace(session, mode="touch", is_unplugged=session.mode in SPEAKING)


def _before_question(session: Session) -> Session:
    stage = session.stage
    return replace(session, stage=stage.before) if isinstance(stage, Listen) else session
