"""Which buttons a registration has just now; each answer brings the next question, and every one may be skipped."""

from collections.abc import Iterable

from console.names import Names
from console.panels.panel import Group
from console.registering.draft import Draft
from console.registering.words import CHANNELS, COURSES
from console.situation import Button
from runtime.texts import mark
from wire.question_kinds import KIND_NAMES
from wire.question_words import NEEDS, OUTCOMES

PATH = "/tik"


def groups(names: Names, draft: Draft, *, asks_topic: bool, asks_channel: bool = False) -> tuple[Group, ...]:
    """The questions with their answers, those that were tapped pressed in; `asks_topic` where no ticket tells it."""
    text = names.texts.text
    found: list[Group] = []
    if asks_channel:
        found.append(_group(names, draft, "channel", mark("Hoe kwam de vraag?"), CHANNELS.items()))
    if asks_topic:
        found.extend(_topics(names, draft))
    found.append(_group(names, draft, "outcome", mark("Hoe ging het?"), OUTCOMES.items()))
    match draft.taps.get("outcome"):
        case "helped" if names.organisations:
            found.append(
                _group(names, draft, "organisation", mark("Over welke organisatie?"), names.organisations.items())
            )
        case "referred" if names.partners:
            group = _group(names, draft, "referred_to", mark("Naar wie?"), names.partners.items())
            found.append(Group(group.label, group.buttons, names.whereabouts(draft.taps.get("referred_to", ""))))
        case "course":
            found.append(_group(names, draft, "course", mark("Wat voor cursus?"), COURSES.items()))
    if "outcome" in draft.taps:
        found.append(_group(names, draft, "need", text(mark("Wat had iemand nodig?")), NEEDS.items()))
    return tuple(found)


def _topics(names: Names, draft: Draft) -> list[Group]:
    by_kind: dict[str, dict[str, str]] = {kind: {} for kind in KIND_NAMES}
    for topic, _ in names.topics:
        by_kind[names.kind_of(topic)][topic] = names.topic(topic)
    return [_group(names, draft, "topic", KIND_NAMES[kind], some.items()) for kind, some in by_kind.items() if some]


def _group(names: Names, draft: Draft, field: str, label: str, values: Iterable[tuple[str, str]]) -> Group:
    text = names.texts.text
    chosen = draft.channel if field == "channel" else draft.taps.get(field)
    buttons = tuple(
        Button(f"tap-{field}-{value}", text(words), f"{PATH}/{field}/{value}", is_pressed=value == chosen)
        for value, words in values
    )
    return Group(text(label), buttons)
