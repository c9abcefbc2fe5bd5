from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_driver import LedgerDriver, Payload

QUESTION = st.fixed_dictionaries(
    {"outcome": st.sampled_from(["helped", "referred", "course", "comes-back"])},
    optional={
        "topic": st.sampled_from(["digid", "leren"]),
        "organisation": st.just("uwv"),
        "need": st.sampled_from(["find-way", "encourage"]),
    },
)
QUESTIONS = st.lists(QUESTION, min_size=1, max_size=3)
DEED = st.one_of(
    st.tuples(st.just("visit"), st.none() | QUESTIONS),
    st.tuples(st.just("afterwards"), QUESTIONS),
    st.tuples(st.just("question"), QUESTIONS),
    st.tuples(st.sampled_from(["withdraw", "miss", "wait", "undone", "reopen"]), st.none()),
)
OUTCOMES = {"helped": "Geholpen", "referred": "Warm doorverwezen", "course": "Cursus of oefenen"}
OUTCOMES |= {"comes-back": "Komt terug", "": "Niet ingevuld"}


def totals(answer: Payload) -> dict[str, int]:
    return dict(answer["tables"][0]["rows"])


def test_the_open_day_is_counted_exactly(ledger: LedgerDriver) -> None:
    ledger.visit(questions=[{"outcome": "helped"}])
    ledger.visit()
    ledger.do("withdraw-ticket", ticket_id=ledger.take()["ticket_id"])
    sheet = ledger.do("day-sheet")
    assert totals(sheet) == {
        "Nummers gegeven": 3, "Bezoeken": 2, "Bezoeken niet ingevuld": 1, "Niet gekomen": 0, "Niet meer geroepen": 0,
        "Zelf gestopt": 1,
    }  # fmt: skip
    outcomes = next(table for table in sheet["tables"] if table["id"] == "outcome")
    assert outcomes["rows"] == [["2026-11-22", "Geholpen", 1], ["2026-11-22", "Niet ingevuld", 1]]


def test_a_day_that_was_closed_and_opened_again_is_one_day(ledger: LedgerDriver) -> None:
    ledger.visit(questions=[{"outcome": "helped"}])
    ledger.do("close-day")
    ledger.do("open-day")
    ledger.visit(questions=[{"outcome": "helped"}])
    sheet = ledger.do("day-sheet")
    assert (totals(sheet)["Nummers gegeven"], totals(sheet)["Bezoeken"]) == (2, 2)
    outcomes = next(table for table in sheet["tables"] if table["id"] == "outcome")
    assert outcomes["rows"] == [["2026-11-22", "Geholpen", 2]]


def test_yesterday_is_not_today(ledger: LedgerDriver) -> None:
    ledger.visit()
    ledger.wait(days=1)
    assert totals(ledger.do("day-sheet"))["Nummers gegeven"] == 0


class Tally:
    """What somebody with pencil and paper would have counted."""

    def __init__(self, ledger: LedgerDriver) -> None:
        self.ledger = ledger
        self.totals: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.still_missed = self.still_waiting = 0

    def do(self, deed: str, questions: Any) -> None:
        getattr(self, f"_{deed}")(questions)

    def _note(self, questions: Any) -> None:
        self.outcomes.update(question["outcome"] for question in questions or [{"outcome": ""}])

    def _visit(self, questions: Any) -> Payload:
        self.ledger.do("open-desk", desk="1")
        self._wait(None)
        self.ledger.do("call-next", desk="1")
        self.ledger.do("start-visit", desk="1")
        self.still_waiting -= 1
        self.totals["Bezoeken"] += 1
        self.totals["Bezoeken niet ingevuld"] += questions is None
        self._note(questions)
        return self.ledger.do("finish-visit", desk="1", **({"questions": questions} if questions else {}))

    def _afterwards(self, questions: Any) -> None:
        visit = self._visit(None)
        self.ledger.do("register-visit", visit_id=visit["visit_id"], questions=questions)
        self.totals["Bezoeken niet ingevuld"] -= 1
        self.outcomes[""] -= 1
        self._note(questions)

    def _question(self, questions: Any) -> None:
        self.ledger.do("register-question", channel="phone", questions=questions)
        self._note(questions)

    def _wait(self, _: Any) -> Payload:
        self.totals["Nummers gegeven"] += 1
        self.still_waiting += 1
        return self.ledger.take()

    def _withdraw(self, _: Any) -> None:
        ticket = self._wait(None)
        self.ledger.do("withdraw-ticket", ticket_id=ticket["ticket_id"])
        self.still_waiting -= 1
        self.totals["Zelf gestopt"] += 1

    def _miss(self, _: Any) -> None:
        self.ledger.do("open-desk", desk="1")
        self._wait(None)
        self.ledger.do("call-next", desk="1")
        self.ledger.do("miss-ticket", desk="1")
        self.still_waiting -= 1
        self.still_missed += 1

    def _undone(self, _: Any) -> None:
        self._visit([{"outcome": "helped"}])
        self.ledger.do("undo", desk="1")
        self.ledger.do("park-ticket", desk="1")
        self.totals["Bezoeken"] -= 1
        self.outcomes["helped"] -= 1
        self.still_waiting += 1

    def _reopen(self, _: Any) -> None:
        self.ledger.do("close-day")
        self.ledger.do("open-day")
        self.totals["Niet gekomen"] += self.still_missed
        self.totals["Niet meer geroepen"] += self.still_waiting
        self.still_missed = self.still_waiting = 0


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(deeds=st.lists(DEED, max_size=12))
def test_the_tally_adds_up_to_what_happened(make_ledger: Callable[..., LedgerDriver], deeds: list[Any]) -> None:
    tally = Tally(make_ledger())
    for deed, questions in deeds:
        tally.do(deed, questions)
    tally.do("reopen", None)
    tables = {table["id"]: table for table in tally.ledger.do("day-sheet")["tables"]}
    found = dict(tables["totals"]["rows"])
    assert {name: count for name, count in found.items() if count} == dict(+tally.totals)
    rest = sum(found[name] for name in ("Bezoeken", "Niet gekomen", "Niet meer geroepen", "Zelf gestopt"))
    assert found["Nummers gegeven"] == rest
    outcomes = {name: count for _, name, count in tables["outcome"]["rows"]}
    assert outcomes == {OUTCOMES[outcome]: count for outcome, count in (+tally.outcomes).items()}
    for each in ("kind", "topic", "channel", "part_of_day"):
        assert sum(row[-1] for row in tables[each]["rows"]) == sum(outcomes.values())
    for each in ("organisation", "need"):
        assert sum(row[-1] for row in tables[each]["rows"]) == sum((+tally.outcomes).values()) - tally.outcomes[""]
