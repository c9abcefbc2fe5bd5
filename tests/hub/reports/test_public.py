"""What is published is attacked by somebody who solves all the linear constraints that it makes."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attacker import Attacker, day, hidden_cells
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.reports.protection.sheets import unpacked
from hub.reports.public import Figures, _atoms, _book, public_report
from runtime.settings.load import load
from runtime.settings.model import Settings

BRANCH = """
[branch]
id = "proef"
name = "Bibliotheek Proef"
mode = "topics"
[[topics]]
id = "digid"
[[topics]]
id = "leren"
[[organisations]]
id = "uwv"
name = "UWV"
[[partners]]
id = "taalhuis"
name = "Taalhuis"
[reports]
threshold = {threshold}
"""
YEAR = date(2026, 1, 1), date(2026, 12, 31)
LONG_AGO = date(2000, 1, 1)
SEVERAL = st.integers(1, 5)
RECORD = st.fixed_dictionaries(
    {
        "topic": st.sampled_from([None, "digid", "leren"]),
        "outcome": st.sampled_from(["helped", "helped", "referred"]),
        "organisation": st.sampled_from([None, "uwv"]),
        "referred_to": st.sampled_from([None, None, "taalhuis"]),
        "need": st.sampled_from([None, "find-way"]),
        "course": st.none(),
        "channel": st.sampled_from(["ticket", "desk"]),
        "part_of_day": st.sampled_from(["morning", "afternoon"]),
        "times": SEVERAL,
    }
)
UNREGISTERED = st.fixed_dictionaries(
    {"topic": st.sampled_from([None, "digid"]), "part_of_day": st.just("morning"), "times": SEVERAL}
)
CLOSING = st.tuples(st.lists(RECORD, min_size=1, max_size=2), st.lists(UNREGISTERED, max_size=1), st.integers(0, 3))
NOBODY_KNOWS = dict.fromkeys(("outcome", "organisation", "referred_to", "need", "course"))
SPAN = st.sampled_from([(0, 5), (0, 5), (0, 2), (0, 3), (2, 5), (1, 1)])
ASKED = st.tuples(st.sampled_from([None, "day", "month", "quarter", "year"]), SPAN)


def branch(folder: Path, threshold: int) -> Settings:
    file = folder / f"branch-{threshold}.toml"
    file.write_text(BRANCH.format(threshold=threshold))
    return load(file)


def rows_of(when: date, closing: int, made: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The totals and the records that one closing leaves."""
    registered, unregistered, withdrawn = made
    at = {"date": when, "closing": closing}
    records = [{**at, **record} for record in registered]
    records += [{**at, **NOBODY_KNOWS, "channel": "ticket", **record} for record in unregistered]
    unknown = sum(record["times"] for record in unregistered)
    firsts = [record["times"] for record in registered if record["channel"] == "ticket"]
    helped = unknown + sum(firsts) - (max(firsts) // 3 if firsts else 0)
    totals = {"helped": helped, "unregistered": unknown, "withdrawn": withdrawn, "did_not_come": 0, "nobody_there": 2}
    return {**at, **totals, "taken": helped + withdrawn + 2}, records


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("branches")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    events=st.lists(st.one_of(st.tuples(st.integers(0, 1), CLOSING), ASKED, ASKED), min_size=2, max_size=9),
    threshold=st.sampled_from([2, 3, 5, 5, 10]),
)
def test_no_hidden_count_can_be_worked_out_from_all_that_was_ever_published(
    folder: Path, events: list[Any], threshold: int
) -> None:
    branch_file = branch(folder, threshold)
    days: list[dict[str, Any]] = []
    records: list[dict[str, Any]] = []
    published: list[Any] = []
    for event in (*events, ("month", (0, 5)), ("year", (0, 5))):
        if isinstance(event[0], int):
            close(days, records, *event)
        else:
            by, (first, last) = event
            figures = Figures(tuple(days), tuple(records), tuple(published), LONG_AGO)
            published += public_report(figures, (day(first), day(last)), by, branch_file)[1]
    attacker, sheets = attack(days, records, published, branch_file)
    for stretch, sheet in sheets:
        for cell in hidden_cells(sheet):
            least, most = attacker.possible(stretch, cell)
            assert least < most, (stretch, cell, least)


def close(days: list[dict[str, Any]], records: list[dict[str, Any]], later: int, made: Any) -> None:
    """One more closing: of the same date again, or of the next one."""
    times = Counter(each["date"] for each in days)
    number = max(min(len(times) - 1 + later, 5), 0)
    totals, found = rows_of(day(number), times[day(number)] + 1, made)
    days.append(totals)
    records += found


def attack(
    days: list[dict[str, Any]], records: list[dict[str, Any]], published: list[Any], branch_file: Settings
) -> tuple[Attacker, list[Any]]:
    atoms = _atoms(Figures(days, records, [], LONG_AGO))
    book = _book(atoms, branch_file)
    seldom = {("referred_to", None), ("course", None)}
    cells = [(table, value) for table, values in book.values.items() for value in sorted(values, key=str)]
    cells = [cell for cell in cells if cell not in seldom]
    attacker = Attacker(sorted(atoms), cells, {topic: book.kind(topic) for topic in book.values["topic"]})
    sheets = [unpacked(each) for each in published]
    for stretch, sheet in sheets:
        attacker.read(stretch, sheet)
    return attacker, sheets
