from datetime import UTC
from typing import get_args

from runtime.texts import Texts
from wire.commands import Reason
from wire.story import REASONS, Naming, sentences

NAMING = Naming(Texts("nl", "staff"), UTC, lambda desk: f"Balie {desk}", lambda line: line.title())
AT = "2026-11-22T10:15:00.000Z"


def told(what: str, **more: object) -> str:
    [line] = sentences("27", [{"at": AT, "what": what, **more}], NAMING)
    return line


def test_each_reason_has_a_sentence() -> None:
    assert REASONS.keys() == set(get_args(Reason))


def test_an_ordinary_call_says_that_it_was_the_first() -> None:
    assert told("ticket-called", desk="2", passed_over=[]) == (
        "10:15 Balie 2 riep nummer 27. Van de rijen van deze balie was dit nummer het eerst."
    )


def test_who_was_passed_over_is_named() -> None:
    assert told("ticket-called", desk="2", reason="fetch-me", passed_over=["25", "26"]) == (
        "10:15 Balie 2 riep nummer 27. De bezoeker wilde gehaald worden. Eerder gekomen en nog niet geroepen: 25, 26."
    )


def test_how_many_were_before_is_told() -> None:
    assert told("ticket-taken", line="ido") == "10:15 Nummer 27 is gegeven, voor Ido. Er was niemand voor."
    assert told("ticket-taken", line="ido", waiting_before=3).endswith("Er waren 3 nummers voor.")


def test_a_step_without_a_sentence_is_told_by_its_name() -> None:
    assert told("something-new") == "10:15 something-new"
