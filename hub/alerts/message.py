"""What is told: which branch, and that somebody waits; nothing of who, how many or what for."""

from dataclasses import dataclass
from typing import Final

from runtime.settings.model import Settings
from runtime.texts import Texts, mark
from wire.payload import encode

WAITS: Final = mark("Er wacht iemand.")
NONE_FREE: Final = mark("Er is nog geen balie vrij.")
STAFF_LANGUAGES: Final = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """One request: the name of the setting that has its address, the address, and what is sent there."""

    setting: str
    address: str
    kind: str
    body: bytes


def messages(settings: Settings) -> tuple[Message, ...]:
    """The same every time: a webhook gets JSON with a `text`, ntfy gets the text alone."""
    branch, alerts = settings.branch, settings.alerts
    first = branch.languages[0]
    text = Texts(first if first in STAFF_LANGUAGES else STAFF_LANGUAGES[0], "staff").text
    words = f"{branch.name}: {text(WAITS)} {text(NONE_FREE)}"
    told = {"alert": "somebody-waits", "branch": branch.id, "text": words}
    every = (
        ("alerts.webhook", alerts.webhook, "application/json", encode(told)),
        ("alerts.ntfy", alerts.ntfy, "text/plain; charset=utf-8", words.encode()),
    )
    return tuple(Message(setting, address, kind, body) for setting, address, kind, body in every if address)
