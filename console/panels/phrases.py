"""Phrase cards: staff choose in their own language, the visitor reads or hears in theirs."""

from dataclasses import dataclass

from console.panels.panel import BACK, Group, Panel, opening
from console.phrases.said import PHRASES, phrase
from console.situation import Button, Situation
from runtime.languages import OWN_NAMES, Direction, direction
from runtime.texts import mark


@dataclass(frozen=True, slots=True)
class Card:
    """One phrase, large; `meaning` is the same for staff, `sound` where it can be heard."""

    text: str
    language: str
    direction: Direction
    meaning: str
    sound: str = ""


def panel(at: Situation) -> Panel | None:
    """The languages, the phrases, and the card that was chosen."""
    language, _, place = (at.session.opened.about if at.session.opened else "").partition(".")
    if language and language not in OWN_NAMES:
        return None
    text = at.names.texts.text
    title = text(mark("Zinnen in het {language}")).format(language=at.names.spoken(language)) if language else ""
    return Panel(
        "zinnen",
        title or text(mark("Zinnen in welke taal?")),
        _groups(at, language),
        closing=BACK,
        template="phrases",
        content=_card(at, language, place),
    )


def _groups(at: Situation, language: str) -> tuple[Group, ...]:
    if not language:
        others = {key: name for key, name in OWN_NAMES.items() if key != at.names.language}
        return (Group("", tuple(_language(at, key, name) for key, name in others.items())),)
    own = tuple(
        opening(at, "zinnen", phrase(place, at.names.language), about=f"{language}.{place}", place=f"phrase-{place}")
        for place in range(len(PHRASES))
    )
    return (Group("", (*own, opening(at, "zinnen", mark("Andere taal"), place="other-language"))),)


def _language(at: Situation, language: str, name: str) -> Button:
    button = opening(at, "zinnen", name, about=language, place=f"language-{language}")
    return Button(button.id, name, button.path, language=language, is_pressed=False)


def _card(at: Situation, language: str, place: str) -> Card | None:
    if not place.isdecimal() or int(place) >= len(PHRASES):
        return None
    chosen = int(place)
    sound = f"/zinnen/{language}/{chosen}" if language in at.heard_in else ""
    return Card(phrase(chosen, language), language, direction(language), phrase(chosen, at.names.language), sound)
