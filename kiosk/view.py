"""What the screen shows, all of it said in the visitor's language; whoever draws it decides nothing."""

from dataclasses import dataclass
from typing import Literal

ControlKind = Literal[
    "take", "topic", "general", "languages", "language", "back", "done", "still-here", "another", "enough",
    "fetch-me", "own-language", "about", "larger", "contrast", "lower", "page",
    "read-aloud", "listen", "no-listen", "quieter", "louder", "repeat",
    "figure", "erase", "enter", "test-page", "new-roll", "restart", "leave-service",
]  # fmt: skip
Tone = Literal["card", "leaf", "sun", "water", "closed"]
Slot = Literal["below", "left", "right"]


@dataclass(frozen=True, slots=True)
class Control:
    """Something that can be touched; `which` tells topics and languages apart."""

    kind: ControlKind
    which: str = ""


Place = Control | str
"""What can be marked: a control, or a text by its name.

Names: header, language, title, notice, label, number, headline, caption, and numbered from 0: sentence 0, hours 0.
"""


@dataclass(frozen=True, slots=True)
class Button:
    """A control as it looks; `is_on` puts a tick beside its text, `language` is what that is in, if not the frame's."""

    control: Control
    text: str
    picture: str = ""
    tone: Tone = "card"
    detail: str = ""
    is_on: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """What stands above the row while the kiosk speaks: what it says besides the screen, and how loud."""

    caption: str
    quieter: Button
    louder: Button
    repeat: Button


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every screen, and how it is drawn; a place in the row without a button stays empty.

    `mark` has the focus ring, wherever that leads a paged screen; `more` turns the page where there are pages.
    """

    header: str
    language: str
    row: tuple[Button | None, ...]
    is_large: bool = False
    code: str = "nl"
    is_high_contrast: bool = False
    is_low: bool = False
    page: int = 0
    more: Button | None = None
    mark: Place | None = None
    guide: Guide | None = None
    is_exploring: bool = False


@dataclass(frozen=True, slots=True)
class WelcomeView:
    """One thing to do; the title goes where there is a notice, and where large letters need the room."""

    frame: Frame
    title: str
    sentences: tuple[str, ...]
    button: Button
    notice: str = ""

    @property
    def has_title(self) -> bool:
        """Whether the title is shown."""
        return not (self.notice or self.frame.is_large)


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One of several to choose; `aside` is no answer, and stands after them."""

    frame: Frame
    title: str
    tiles: tuple[Button, ...]
    notice: str = ""
    aside: Button | None = None


@dataclass(frozen=True, slots=True)
class NumberView:
    """The visitor's number; without paper (`slot` is None) it fills the screen."""

    frame: Frame
    label: str
    number: str
    headline: str
    slot: Slot | None
    sentences: tuple[str, ...]
    fetch: Button
    done: Button
    own_language: Button | None = None


@dataclass(frozen=True, slots=True)
class MessageView:
    """Something to know; `hours` are the days of the week with theirs."""

    frame: Frame
    title: str
    sentences: tuple[str, ...] = ()
    picture: str = ""
    number: str = ""
    buttons: tuple[Button, ...] = ()
    hours: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PadView:
    """Figures to touch; of those that were given only how many shows."""

    frame: Frame
    title: str
    given: int
    message: str
    keys: tuple[Button, ...]
    leave: Button


@dataclass(frozen=True, slots=True)
class ServiceView:
    """How the kiosk is, line by line, and what to do about it."""

    frame: Frame
    title: str
    message: str
    facts: tuple[tuple[str, str], ...]
    buttons: tuple[Button, ...]


View = WelcomeView | ChoiceView | NumberView | MessageView | PadView | ServiceView


def buttons_of(view: View) -> tuple[Button, ...]:
    """All that can be touched, the fixed row last."""
    guide = view.frame.guide
    strip = (guide.quieter, guide.louder, guide.repeat) if guide else ()
    more = (view.frame.more,) if view.frame.more else ()
    row = (*more, *strip, *(button for button in view.frame.row if button))
    match view:
        case WelcomeView():
            return (view.button, *row)
        case ChoiceView():
            return (*view.tiles, *((view.aside,) if view.aside else ()), *row)
        case NumberView():
            own_language = (view.own_language,) if view.own_language else ()
            return (*own_language, view.fetch, view.done, *row)
        case PadView():
            return (*view.keys, view.leave, *row)
        case MessageView() | ServiceView():
            return (*view.buttons, *row)
