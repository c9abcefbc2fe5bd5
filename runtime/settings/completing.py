"""The defaults that depend on other keys: lines, topics, desks, letters and devices that the file leaves out."""

from msgspec.structs import replace

from runtime.settings.branch import Desk, Line, Topic
from runtime.settings.catalogue import CATALOGUE
from runtime.settings.devices import Display, Kiosk
from runtime.settings.faults import At
from runtime.settings.model import Settings
from runtime.settings.sense.draft import FIRST_LINE
from runtime.settings.values import Names

SPARE_LETTERS = "ZRLBAYXWVUTSQPNMKJHGFEDC"
"""In the order of choice: those that sound apart in Dutch first; I and O look like digits."""


def complete(settings: Settings, given: set[At]) -> Settings:
    """The settings with every default filled in."""
    first = settings.branch.languages[0]
    lines = _lines(settings, first)
    topics = settings.topics if ("topics",) in given else CATALOGUE
    displays = settings.displays if ("displays",) in given else (Display(),)
    return replace(
        settings,
        lines=lines,
        topics=tuple(_topic(each, lines[0].id, first) for each in topics),
        desks=_desks(settings, lines, first),
        kiosks=_kiosks(settings, given, {line.letter for line in lines}),
        displays=displays,
    )


def _lines(settings: Settings, first: str) -> tuple[Line, ...]:
    default = Line(id=FIRST_LINE, name={"nl": "Informatiepunt", "en": "Information point"})
    return tuple(
        replace(line, name=_with(first, line.name) or {first: _as_title(line.id)})
        for line in settings.lines or (default,)
    )


def _topic(topic: Topic, line: str, first: str) -> Topic:
    known = next((each for each in CATALOGUE if each.id == topic.id), topic)
    own_line = topic.line or line
    return replace(
        topic,
        line=own_line,
        picture=topic.picture or known.picture,
        names=_with(first, topic.names or known.names),
        topics=tuple(_topic(each, own_line, first) for each in topic.topics),
    )


def _desks(settings: Settings, lines: tuple[Line, ...], first: str) -> tuple[Desk, ...]:
    all_lines = tuple(line.id for line in lines)
    return tuple(
        replace(desk, name=desk.name or {first: _desk_name(desk.id)}, lines=desk.lines or all_lines)
        for desk in settings.desks or (Desk(id="1"),)
    )


def _kiosks(settings: Settings, given: set[At], taken: set[str]) -> tuple[Kiosk, ...]:
    kiosks = settings.kiosks if ("kiosks",) in given else (Kiosk(),)
    chosen = {index for index in range(len(kiosks)) if ("kiosks", index, "spare_letter") in given}
    taken = taken | {kiosks[index].spare_letter for index in chosen}
    free = (letter for letter in SPARE_LETTERS if letter not in taken)
    return tuple(
        kiosk if index in chosen else replace(kiosk, spare_letter=next(free, kiosk.spare_letter))
        for index, kiosk in enumerate(kiosks)
    )


def _with(first: str, names: Names) -> Names:
    return {first: names["nl"], **names} if names and first not in names else names


def _desk_name(name: str) -> str:
    return f"Balie {name}" if name.isdigit() else _as_title(name)


def _as_title(name: str) -> str:
    return name.replace("-", " ").capitalize()
