"""The shape that every panel has, whatever it asks."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from console.situation import Button, Situation
from runtime.texts import mark

NOT_NOW: Final = mark("Toch niet")
BACK: Final = mark("Terug")


@dataclass(frozen=True, slots=True)
class Group:
    """Buttons that belong together, under a label of their own where that helps."""

    label: str
    buttons: tuple[Button, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """What is open now; `template` draws it where buttons alone do not say it all."""

    name: str
    title: str
    groups: tuple[Group, ...] = ()
    note: str = ""
    closing: str = NOT_NOW
    template: str = "choices"
    content: object = None


def opening(at: Situation, name: str, label: str, about: str = "", place: str = "") -> Button:
    """The button that opens a panel, and closes it again; it stays in while the panel is open."""
    path = f"/paneel/{name}" + (f"?{urlencode({'about': about})}" if about else "")
    opened = at.session.opened
    is_open = opened is not None and (opened.name, opened.about) == (name, about)
    return Button(place or f"open-{name}", at.names.texts.text(label), path, is_pressed=is_open)
