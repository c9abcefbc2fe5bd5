"""What is said of a screen, one thing after another: texts that stand on it, and captions between them."""

from collections.abc import Iterable, Iterator, Sequence

from kiosk.guidance import captions
from kiosk.guidance.focus import find, position
from kiosk.guidance.items import Item
from kiosk.speech.utterance import Utterance
from kiosk.view import NumberView, Place, View

Script = tuple[Utterance, ...]


def caption(text: str, language: str) -> Utterance:
    """Something that is said besides the screen, and shown while it is."""
    return Utterance(text, language, "caption")


def captioned(language: str, texts: tuple[str, ...]) -> Script:
    """Captions of the Dutch texts, in the visitor's language."""
    return tuple(caption(text, language) for text in captions.translated(language, texts))


def of_item(item: Item) -> Script:
    """The texts of one item."""
    first, *more = (Utterance(text, item.language, item.place) for text in item.texts)
    return (Utterance(first.text, first.language, first.place, item.said), *more)


def of_focus(view: View, items: Sequence[Item], place: Place | None) -> Script:
    """What has the focus, whether it is chosen, and which one of how many it is."""
    item = find(items, place)
    if item is None:
        return ()
    at = position(items, item)
    where = (caption(captions.position(view.frame.code, *at), view.frame.code),) if at else ()
    return (*of_item(item), *_state(view, item), *where)


def of_mute(view: View, item: Item) -> Script:
    """What can be said of something in a language that has no voice: what stands below its name."""
    return tuple(Utterance(text, view.frame.code, item.place) for text in item.texts[1:])


def of_texts(view: View, items: Iterable[Item]) -> Script:
    """The texts that tell something: all but the controls, the hours and what stands around every screen."""
    return tuple(_read(view, (item for item in items if item.group == "text")))


def of_screen(view: View, items: Sequence[Item]) -> Script:
    """All of it, from the title down and round to the header."""
    start = next((at for at, item in enumerate(items) if item.group != "frame"), 0)
    return tuple(_read(view, (*items[start:], *items[:start])))


def of_question(view: View, items: Iterable[Item]) -> Script:
    """What is asked, and the answers."""
    return tuple(_read(view, (item for item in items if item.group in ("text", "choice"))))


def of_changes(view: View, items: Iterable[Item], before: Iterable[Item]) -> Script:
    """What was not there before, and ticks that came or went."""
    before = tuple(before)
    texts, was_on = {text for item in before for text in item.texts}, {item.place: item.is_on for item in before}
    script: list[Utterance] = []
    for item in items:
        is_turned = was_on.get(item.place, item.is_on) != item.is_on
        if is_turned:
            state = captions.state(view.frame.code, is_on=item.is_on)
            script += (*of_item(item), caption(state, view.frame.code))
        elif not texts.issuperset(item.texts):
            script += of_item(item)
    return tuple(script)


def _read(view: View, items: Iterable[Item]) -> Iterator[Utterance]:
    for item in items:
        yield from of_item(item)
        yield from _state(view, item)
        if isinstance(view, NumberView) and view.slot and item.place == "headline":
            yield from captioned(view.frame.code, (captions.PAPER[view.slot],))


def _state(view: View, item: Item) -> Script:
    return (caption(captions.state(view.frame.code, is_on=True), view.frame.code),) if item.is_on else ()
