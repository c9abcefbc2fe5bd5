"""What there is on a screen, in the order in which it is read."""

from dataclasses import dataclass
from typing import Literal

from kiosk.view import Button, ChoiceView, Control, MessageView, NumberView, Place, View, WelcomeView
from voices.spoken import of_number

Group = Literal["frame", "text", "hours", "choice", "aside", "page", "guide", "row"]


@dataclass(frozen=True, slots=True)
class Item:
    """A text or a control; `texts` are what stands there, `said` how the first is pronounced where that differs."""

    place: Place
    texts: tuple[str, ...]
    group: Group
    language: str
    said: str = ""
    is_on: bool = False

    @property
    def is_control(self) -> bool:
        """Whether it can be chosen."""
        return isinstance(self.place, Control)

    @property
    def is_language(self) -> bool:
        """Whether choosing it changes the language."""
        return isinstance(self.place, Control) and self.place.kind == "language"


def items_of(view: View) -> tuple[Item, ...]:
    """All that is there to read on all pages, from the header to the fixed row; nothing of what is for staff."""
    match view:
        case WelcomeView():
            content = (*_title(view, view.title if view.has_title else ""), *_sentences(view, view.sentences))
            content = (*content, *_text(view, "notice", view.notice), *_choices(view, view.button))
        case ChoiceView():
            content = (*_title(view, view.title), *_text(view, "notice", view.notice), *_choices(view, *view.tiles))
            content = (*content, *_controls(view, "aside", *((view.aside,) if view.aside else ())))
        case NumberView():
            content = _of_number(view)
        case MessageView():
            content = _of_message(view)
        case _:
            return ()
    return (*_head(view), *content, *_around(view))


def visible_texts(view: View) -> frozenset[str]:
    """Every text on the screen."""
    guide = view.frame.guide
    caption = (guide.caption,) if guide and guide.caption else ()
    return frozenset((*caption, *(text for item in items_of(view) for text in item.texts)))


def _of_number(view: NumberView) -> tuple[Item, ...]:
    own_language = (view.own_language,) if view.own_language else ()
    return (
        *_text(view, "label", view.label),
        *_number(view, view.number),
        *_text(view, "headline", view.headline),
        *_sentences(view, view.sentences),
        *_choices(view, *own_language, view.fetch, view.done),
    )


def _of_message(view: MessageView) -> tuple[Item, ...]:
    code = view.frame.code
    hours = (Item(f"hours {at}", each, "hours", code) for at, each in enumerate(view.hours))
    return (
        *_title(view, view.title),
        *_number(view, view.number),
        *_sentences(view, view.sentences),
        *hours,
        *_choices(view, *view.buttons),
    )


def _head(view: View) -> tuple[Item, ...]:
    texts = (("header", view.frame.header), ("language", view.frame.language))
    return tuple(Item(place, (text,), "frame", view.frame.code) for place, text in texts if text)


def _around(view: View) -> tuple[Item, ...]:
    frame = view.frame
    more = (frame.more,) if frame.more else ()
    strip = (frame.guide.quieter, frame.guide.louder, frame.guide.repeat) if frame.guide else ()
    return (
        *_controls(view, "page", *more),
        *_controls(view, "guide", *strip),
        *_controls(view, "row", *(button for button in frame.row if button)),
    )


def _text(view: View, place: str, text: str) -> tuple[Item, ...]:
    return (Item(place, (text,), "text", view.frame.code),) if text else ()


def _title(view: View, title: str) -> tuple[Item, ...]:
    return _text(view, "title", title)


def _number(view: View, number: str) -> tuple[Item, ...]:
    return (Item("number", (number,), "text", view.frame.code, said=of_number(number)),) if number else ()


def _sentences(view: View, sentences: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(f"sentence {at}", (sentence,), "text", view.frame.code) for at, sentence in enumerate(sentences))


def _choices(view: View, *buttons: Button) -> tuple[Item, ...]:
    return _controls(view, "choice", *buttons)


def _controls(view: View, group: Group, *buttons: Button) -> tuple[Item, ...]:
    return tuple(_control(view, group, button) for button in buttons)


def _control(view: View, group: Group, button: Button) -> Item:
    texts = tuple(filter(None, (button.text, button.detail)))
    return Item(button.control, texts, group, button.language or view.frame.code, is_on=button.is_on)
