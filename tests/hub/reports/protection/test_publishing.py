from collections import Counter
from datetime import date

from hub.reports.protection.items import QUESTION_TABLES, TOTALS, Book, Item, Question
from hub.reports.protection.publishing import Press
from hub.reports.protection.sheets import Atom, Sheet, Stretch, packed, unpacked

JANUARY = Stretch(date(2026, 1, 31), date(2026, 1, 31), 1)
FEBRUARY = Stretch(date(2026, 2, 28), date(2026, 2, 28), 1)
QUARTER = Stretch(date(2026, 1, 31), date(2026, 2, 28), 1)
LONG_AGO = date(2000, 1, 1)
ASKED = Question("digid", "helped", None, None, None, None, "desk", "morning")
OTHER = ASKED._replace(topic="leren")


def book() -> Book:
    values = {table: frozenset({getattr(ASKED, table)}) for table in QUESTION_TABLES}
    more = {"topic": frozenset({"digid", "leren"}), "totals": frozenset(TOTALS)}
    return Book(
        {"digid": "government", "leren": "library"}, values | more | {"kind": frozenset({"government", "library"})}
    )


def press(january: dict[Question, int], february: dict[Question, int], *before: tuple[Stretch, Sheet]) -> Press:
    atoms: dict[Atom, Counter[Item]] = {
        (JANUARY.last, 1): Counter({Item(None, question): count for question, count in january.items()}),
        (FEBRUARY.last, 1): Counter({Item(None, question): count for question, count in february.items()}),
    }
    return Press(book(), atoms, before, 5, LONG_AGO)


def test_what_went_out_before_goes_out_the_same() -> None:
    [(_, sheet)] = press({ASKED: 12}, {}).publish([JANUARY])
    assert sheet.shown(("topic", "digid")) == 10
    assert press({ASKED: 99}, {}, (JANUARY, sheet)).publish([JANUARY]) == [(JANUARY, sheet)]
    assert unpacked(packed(JANUARY, sheet)) == (JANUARY, sheet)


def test_a_quarter_alone_is_told() -> None:
    [(_, quarter)] = press({ASKED: 4}, {ASKED: 4}).publish([QUARTER])
    assert quarter.shown(("topic", "digid")) == 10


def test_a_quarter_is_not_told_where_it_would_pin_its_months() -> None:
    months = press({ASKED: 4}, {ASKED: 4}).publish([JANUARY, FEBRUARY])
    assert [sheet.shown(("topic", "digid")) for _, sheet in months] == ["<5", "<5"]
    [(_, quarter)] = press({ASKED: 4}, {ASKED: 4}, *months).publish([QUARTER])
    assert quarter.shown(("topic", "digid")) == "…"


def test_what_pins_nothing_is_still_told() -> None:
    months = press({ASKED: 3, OTHER: 40}, {ASKED: 3, OTHER: 40}).publish([JANUARY, FEBRUARY])
    [(_, quarter)] = press({ASKED: 3, OTHER: 40}, {ASKED: 3, OTHER: 40}, *months).publish([QUARTER])
    assert quarter.shown(("channel", "desk")) == 85


def test_of_records_that_are_gone_nothing_new_is_told() -> None:
    late = press({ASKED: 12}, {ASKED: 12})
    late.kept_from = FEBRUARY.first
    assert [stretch for stretch, _ in late.publish([JANUARY, FEBRUARY, QUARTER])] == [FEBRUARY]
