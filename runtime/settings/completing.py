"""The defaults that depend on other keys: lines, topics, desks, letters and devices that the file leaves out."""

from msgspec.structs import replace

from runtime.settings.branch import Desk, Line, Topic
from runtime.settings.catalogue import CATALOGUE, DESK, KNOWN, LINE_NAMES
from runtime.settings.devices import Display, Kiosk
from runtime.settings.faults import At
from runtime.settings.model import Settings
from runtime.settings.sense.draft import FIRST_LINE
from runtime.settings.values import Names

SPARE_LETTERS = "ZRLBAYXWVUTSQPNMKJHGFEDC"
"""In the order of choice: those that sound apart in Dutch first; I and O look like digits."""


def complete(settings: Settings, given: set[At]) -> Settings:
    """The settings with every default filled in."""
    languages = settings.branch.languages
    lines = _lines(settings)
    topics = settings.topics if ("topics",) in given else tuple(Topic(id=each.id) for each in CATALOGUE)
    displays = settings.displays if ("displays",) in given else (Display(),)
    return replace(
        settings,
        lines=lines,
        topics=tuple(_topic(each, lines[0].id, languages) for each in topics),
        desks=_desks(settings, lines),
        kiosks=_kiosks(settings, given, {line.letter for line in lines}),
        displays=displays,
    )


def _lines(settings: Settings) -> tuple[Line, ...]:
    languages = settings.branch.languages
    default = Line(id=FIRST_LINE, name=_of(languages, LINE_NAMES))
    return tuple(
        replace(line, name=line.name or {languages[0]: _as_title(line.id)}) for line in settings.lines or (default,)
    )


def _topic(topic: Topic, line: str, languages: tuple[str, ...]) -> Topic:
    known = KNOWN.get(topic.id, topic)
    own_line = topic.line or line
    return replace(
        topic,
        line=own_line,
        picture=topic.picture or known.picture,
        names=_names(topic.names, known.names, languages),
        topics=tuple(_topic(each, own_line, languages) for each in topic.topics),
    )


def _names(given: Names, known: Names, languages: tuple[str, ...]) -> Names:
    # A branch that calls a topic as the set does means the same in the languages that it does not give.
    is_same = all(given[language] == known.get(language) for language in languages[:1] if language in given)
    return {**given, **_of(tuple(each for each in languages if each not in given), known)} if is_same else given


def _desks(settings: Settings, lines: tuple[Line, ...]) -> tuple[Desk, ...]:
    first = settings.branch.languages[0]
    all_lines = tuple(line.id for line in lines)
    return tuple(
        replace(desk, name=desk.name or {first: _desk_name(desk.id, first)}, lines=desk.lines or all_lines)
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


def _of(languages: tuple[str, ...], names: Names) -> Names:
    return {language: names[language] for language in languages if language in names}


def _desk_name(name: str, language: str) -> str:
    return f"{DESK[language]} {name}" if name.isdigit() else _as_title(name)


def _as_title(name: str) -> str:
    return name.replace("-", " ").capitalize()
