"""What things are called in the language of the page: topics, lines, desks, languages."""

from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from runtime.settings.model import Settings, Topic
from runtime.texts import Texts
from wire.question_kinds import QuestionKind, kinds

SPOKEN_BY_STAFF = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a number by hand can be for; without topic and line it is for whoever does not know."""

    label: str
    topic: str | None = None
    line: str | None = None


class Names:
    """The names in a branch file; the page speaks the branch's first language where staff can read it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        first = settings.branch.languages[0]
        self.language = first if first in SPOKEN_BY_STAFF else SPOKEN_BY_STAFF[0]
        self.texts = Texts(self.language, "staff")
        self._topics = {one.id: one.names for top in settings.topics for one in (top, *top.topics)}
        self._lines = {line.id: line.name for line in settings.lines}
        self._kinds = kinds(settings)
        self._desks = {desk.id: desk.name for desk in settings.desks}

    def topic(self, topic: str | None) -> str:
        """What a topic is called; empty without one."""
        return self._of(self._topics.get(topic or "", {}), topic or "")

    def line(self, line: str) -> str:
        """What a line is called."""
        return self._of(self._lines.get(line, {}), line)

    def desk(self, desk: str) -> str:
        """What a desk is called, the same as on the board."""
        return self._of(self._desks.get(desk, {}), desk)

    def spoken(self, language: str) -> str:
        """What a language is called."""
        try:
            name = Locale(self.language).languages.get(language, language)
        except UnknownLocaleError:
            name = language
        return f"{name[:1].upper()}{name[1:]}"

    def is_other_line(self, line: str) -> bool:
        """Whether a line is worth naming: any but the branch's first."""
        return line != self._settings.lines[0].id

    @property
    def has_lines(self) -> bool:
        """Whether there is more than one line to tell apart."""
        return len(self._settings.lines) > 1

    @property
    def lines(self) -> tuple[str, ...]:
        """All lines, in the order of the branch file."""
        return tuple(self._lines)

    @property
    def topics(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each topic with those below it."""
        return tuple((top.id, tuple(one.id for one in top.topics)) for top in self._settings.topics)

    @property
    def notices(self) -> tuple[tuple[str, str], ...]:
        """What the kiosk can say when it gives no numbers: id and words."""
        return tuple((one.id, self._of(one.names, one.id)) for one in self._settings.notices)

    @property
    def organisations(self) -> dict[str, str]:
        """What questions are about, by id."""
        return {one.id: one.name for one in self._settings.organisations}

    @property
    def partners(self) -> dict[str, str]:
        """To whom staff refer, by id."""
        return {one.id: one.name for one in self._settings.partners}

    def account(self, name: str) -> str:
        """What a partner account is called: as the partner, else as its first line."""
        lines = self._settings.console.partners[name].lines
        return self.partners.get(name) or (self.line(lines[0]) if lines else name)

    def whereabouts(self, partner: str) -> str:
        """Where and when a partner is to be found, to show or to say; empty where nobody knows."""
        found = next((one for one in self._settings.partners if one.id == partner), None)
        return " · ".join(part for part in (found.name, found.place, found.hours) if part) if found else ""

    def kind_of(self, topic: str) -> QuestionKind:
        """Which kind of question a topic is for the national registration."""
        return self._kinds.get(topic, "other")

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What a number by hand can be for, in the order of the kiosk; not knowing comes last, as it does there."""
        lines = tuple(Choice(self.line(line.id), line=line.id) for line in self._settings.lines)
        if self._settings.branch.mode == "one-button":
            return lines if self.has_lines else (Choice(self.texts.text("Geef een nummer")),)
        topics = tuple(Choice(self.topic(one.id), topic=one.id) for one in self._settings.topics)
        served = {line for topic in self._settings.topics for line in _lines_of(topic)}
        others = tuple(choice for choice in lines if choice.line not in served)
        return (*topics, *others, Choice(self.texts.text("Ik weet het niet")))

    def choices_of(self, lines: frozenset[str] | None) -> tuple[Choice, ...]:
        """The same for a partner, who gives numbers for the own lines only; None is the branch's own staff."""
        if lines is None:
            return self.choices
        return tuple(Choice(self.line(line), line=line) for line in self._lines if line in lines)

    def _of(self, names: dict[str, str], otherwise: str) -> str:
        first = self._settings.branch.languages[0]
        return names.get(first) or next(iter(names.values()), otherwise)


def _lines_of(topic: Topic) -> set[str]:
    return {topic.line, *(second.line for second in topic.topics)}
