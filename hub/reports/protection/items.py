"""What figures are counted from: numbers that were given and questions that were asked, and which cells each is in."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

Cell = tuple[str, str | None]
"""A table, and what is counted there."""

UNREGISTERED: Final = "unregistered"
FATES: Final = ("helped", "did_not_come", "nobody_there", "withdrawn")
TOTALS: Final = ("taken", "helped", UNREGISTERED, *FATES[1:])
QUESTION_TABLES: Final = (
    "topic", "outcome", "organisation", "referred_to", "course", "need", "channel", "part_of_day",
)  # fmt: skip
OF_REGISTERED_ONLY: Final = frozenset({"organisation", "need", "referred_to", "course"})
UNKNOWN: Final[dict[str, None]] = dict.fromkeys(OF_REGISTERED_ONLY)
SELDOM: Final = frozenset({"referred_to", "course"})
"""Tables in which a question stands only where there is something to tell."""


class Question(NamedTuple):
    """A visit record; without an outcome nobody wrote down what came of it."""

    topic: str | None
    outcome: str | None
    organisation: str | None
    referred_to: str | None
    course: str | None
    need: str | None
    channel: str | None
    part_of_day: str | None


class Item(NamedTuple):
    """A number and what became of it, the first question of its visit, or a question alone."""

    fate: str | None
    question: Question | None

    @property
    def is_registered_visit(self) -> bool:
        """Whether this begins a visit of which the outcome is known."""
        return self.fate == "helped" and self.question is not None and self.question.outcome is not None

    @property
    def is_further_question(self) -> bool:
        """Whether this is one more question of a visit; there is none without that visit."""
        return self.fate is None and self.question is not None and self.question.channel == "ticket"


class Book:
    """Which cells an item is in, and what it would be in another one."""

    def __init__(self, kinds: Mapping[str, str], values: Mapping[str, frozenset[str | None]]) -> None:
        self.kinds = kinds
        self.values = values
        """What can be counted in each table."""
        self._cells: dict[Item, frozenset[Cell]] = {}

    def cells(self, item: Item | None) -> frozenset[Cell]:
        """Where an item counts."""
        if item is None:
            return frozenset()
        if item not in self._cells:
            self._cells[item] = frozenset(self._cells_of(item))
        return self._cells[item]

    def kind(self, topic: str | None) -> str:
        """The kind of question by its topic."""
        return self.kinds.get(topic or "", "other")

    def turned(self, item: Item, cell: Cell) -> Iterator[Item]:
        """What this item could be instead, to count in that cell."""
        table, value = cell
        question = item.question
        if question is None:
            if table == "totals" and value in FATES[1:]:
                yield item._replace(fate=value)
        elif table == "kind":
            topics = (topic for topic in self.values["topic"] if self.kind(topic) == value)
            yield from (item._replace(question=question._replace(topic=topic)) for topic in sorted(topics, key=str))
        elif table == "outcome" and value is None:
            if item.fate:
                yield item._replace(question=question._replace(outcome=None, **UNKNOWN))
        elif table == "channel":
            if question.outcome:
                yield Item(None, question._replace(channel=value))
        elif table in QUESTION_TABLES and (question.outcome or table not in OF_REGISTERED_ONLY):
            yield item._replace(question=question._replace(**{table: value}))

    def _cells_of(self, item: Item) -> Iterator[Cell]:
        if item.fate:
            yield "totals", "taken"
            yield "totals", item.fate
        question = item.question
        if question is None:
            return
        if item.fate and question.outcome is None:
            yield "totals", UNREGISTERED
        yield "kind", self.kind(question.topic)
        for table in QUESTION_TABLES:
            value = getattr(question, table)
            if (table in OF_REGISTERED_ONLY and not question.outcome) or (table in SELDOM and not value):
                continue
            yield table, value
