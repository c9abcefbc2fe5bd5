"""One thing to say aloud."""

from dataclasses import dataclass

from kiosk.view import Place


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text as it stands on the screen, how it is pronounced where that differs, and where it stands."""

    text: str
    language: str
    place: Place
    said: str = ""
