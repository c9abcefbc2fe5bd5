"""Figures for outside: small numbers protected, also from being worked out with figures that went out before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from hub.reports import names
from hub.reports.counting import Row, in_order
from hub.reports.periods import FROM_A_MONTH_UP, By, period_of
from hub.reports.protection.items import FATES, QUESTION_TABLES, TOTALS, Book, Item, Question
from hub.reports.protection.publishing import Press
from hub.reports.protection.sheets import Atom, Sheet, Stretch, packed, unpacked
from hub.reports.titles import Title, titles
from hub.storage.published import Published
from runtime.settings.model import Settings
from runtime.texts import mark
from wire.answers import Table
from wire.question_kinds import kinds

HALF = 0.5
PROTECTED = mark(
    "Aantallen onder de {threshold} staan er als <{threshold}. Waar … staat, zou het getal zo'n klein aantal "
    "verraden. De andere getallen zijn afgerond op 5."
)
Sheets = list[tuple[str, Stretch, Sheet]]
"""With the name of the stretch."""


@dataclass(frozen=True)
class Figures:
    """All that there is over the years that a question is about, and what of it went out before."""

    days: Sequence[Row]
    records: Sequence[Row]
    before: Sequence[Published]
    kept_from: date
    """Of earlier dates the records are gone."""


def public_report(
    figures: Figures, span: tuple[date, date], by: By | None, settings: Settings
) -> tuple[tuple[Table, ...], list[Published]]:
    """The tables, and what of them is new and to be remembered; where nobody said by what, by what shows most."""
    atoms = _atoms(figures)
    before = [unpacked(each) for each in figures.before]
    press = Press(_book(atoms, settings), atoms, before, settings.reports.threshold, figures.kept_from)
    sheets = _sheets(press, span, by) if by else _clearest(press, span)
    known = {stretch for stretch, _ in before}
    new = [packed(stretch, sheet) for _, stretch, sheet in sheets if stretch not in known]
    return _tables(sheets, settings), new


def _atoms(figures: Figures) -> dict[Atom, Counter[Item]]:
    atoms: dict[Atom, Counter[Item]] = {}
    visits: Counter[Atom] = Counter()
    for day in figures.days:
        atom = day["date"], day["closing"]
        atoms[atom] = Counter({Item(fate, None): day[fate] for fate in FATES[1:] if day[fate]})
        visits[atom] = day["helped"]
    for record in sorted(figures.records, key=lambda record: (record["outcome"] is not None, str(record))):
        atom = record["date"], record["closing"]
        question = Question(*(record[table] for table in QUESTION_TABLES))
        items, times = atoms.setdefault(atom, Counter()), record.get("times", 1)
        firsts = min(times, visits[atom]) if question.channel == "ticket" else 0
        visits[atom] -= firsts
        items.update({Item("helped", question): firsts, Item(None, question): times - firsts})
    for atom, left in visits.items():
        atoms[atom].update({Item("helped", None): left})
    return {atom: +items for atom, items in atoms.items()}


def _book(atoms: dict[Atom, Counter[Item]], settings: Settings) -> Book:
    of_kind = kinds(settings)
    values: dict[str, set[str | None]] = {
        "totals": set(TOTALS),
        "topic": set(names.topics(settings)),
        "kind": set(names.KINDS),
        "outcome": set(names.OUTCOMES),
        "organisation": set(names.organisations(settings)),
        "referred_to": set(names.partners(settings)),
        "course": {None, *names.COURSES},
        "need": set(names.NEEDS),
        "channel": set(names.CHANNELS),
        "part_of_day": set(names.PARTS),
    }
    for item in {item for items in atoms.values() for item in items if item.question}:
        for table, value in zip(QUESTION_TABLES, item.question or (), strict=False):
            values[table].add(value)
    return Book(of_kind, {table: frozenset(each) for table, each in values.items()})


def _sheets(press: Press, span: tuple[date, date], by: By) -> Sheets:
    stretches: dict[str, list[Atom]] = {}
    for atom in sorted(press.atoms):
        if span[0] <= atom[0] <= span[1]:
            stretches.setdefault(period_of(atom[0], by), []).append(atom)
    named = {label: Stretch(atoms[0][0], *atoms[-1]) for label, atoms in stretches.items()}
    made = dict(press.publish(list(named.values())))
    return [(label, stretch, made[stretch]) for label, stretch in named.items() if stretch in made]


def _clearest(press: Press, span: tuple[date, date]) -> Sheets:
    """By the shortest stretches of which half can be told; else by those of which most can."""
    tried: list[tuple[float, Sheets]] = []
    for by in FROM_A_MONTH_UP:
        sheets = _sheets(press, span, by)
        tried.append((_hidden_part(sheets), sheets))
        if tried[-1][0] <= HALF:
            break
    return min(tried, key=itemgetter(0))[1]


def _hidden_part(sheets: Sheets) -> float:
    texts = [text for _, _, sheet in sheets for row in sheet.cells.values() for text in row.values()]
    return sum(isinstance(text, str) for text in texts) / (len(texts) or 1)


def _tables(sheets: Sheets, settings: Settings) -> tuple[Table, ...]:
    note = PROTECTED.format(threshold=settings.reports.threshold)
    totals = tuple((label, *(sheet.shown(("totals", name)) for name in TOTALS)) for label, _, sheet in sheets)
    first = Table(
        id="totals",
        title=mark("Totalen"),
        columns=(mark("Periode"), *names.TOTALS.values()),
        rows=totals,
        note=note,
    )
    return (first, *(_table(title, sheets, note) for title in titles(settings)))


def _table(title: Title, sheets: Sheets, note: str) -> Table:
    rows = tuple(row for label, _, sheet in sheets for row in _rows(title, label, sheet))
    return Table(id=title.table, title=title.title, columns=title.columns, rows=rows, note=note)


def _rows(title: Title, label: str, sheet: Sheet) -> Iterator[tuple[str, str, int | str]]:
    values: Iterable[str | None] = (value or None for value in sheet.cells.get(title.table, {}))
    if title.table in sheet.blank:
        values = {*values, *title.names}
    for value in sorted(values, key=in_order(title.names)):
        yield label, title.name(value), sheet.shown((title.table, value))
