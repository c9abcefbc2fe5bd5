"""The answer to *why* as sentences: what happened to a number, and who was passed over for what reason."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any, Final

from runtime.texts import Texts, mark
from wire.times import at_moment

SENTENCES: Final[dict[str, str]] = {
    "ticket-taken": mark("Nummer {number} is gegeven, voor {line}."),
    "fetch-me-changed": mark("De bezoeker zei of iemand moet komen halen."),
    "own-language-changed": mark("De bezoeker koos de taal van het roepen."),
    "ticket-withdrawn": mark("De bezoeker is gestopt."),
    "ticket-brought-back": mark("De bezoeker is er toch: het nummer is nu als eerste aan de beurt."),
    "ticket-called": mark("{desk} riep nummer {number}."),
    "ticket-recalled": mark("{desk} riep nog een keer."),
    "visit-started": mark("De bezoeker kwam bij {desk}."),
    "ticket-missed": mark("Er kwam niemand bij {desk}."),
    "ticket-parked": mark("{desk} zette het nummer apart."),
    "ticket-transferred": mark("{desk} zette het nummer in een andere rij: {line}. De plaats bleef gelijk."),
    "topic-corrected": mark("{desk} koos een ander onderwerp."),
    "visit-finished": mark("Het bezoek bij {desk} was klaar."),
    "desk-closed": mark("{desk} ging dicht."),
    "action-undone": mark("{desk} maakte de laatste stap ongedaan."),
    "paper-reported": mark("De zuil vertelde of de bon geprint is."),
    "print-ordered": mark("De bon is nog een keer geprint."),
}
REASONS: Final[dict[str, str]] = {
    "fetch-me": mark("De bezoeker wilde gehaald worden."),
    "leaving": mark("De bezoeker moest bijna weg."),
    "referred": mark("Een collega stuurde de bezoeker door."),
    "returned": mark("De bezoeker was al eerder geroepen."),
    "other": mark("De medewerker koos dit nummer zelf."),
}
FIRST: Final = mark("Er was niemand voor.")
OF_THE_DESKS_LINES: Final = mark("Van de rijen van deze balie was dit nummer het eerst.")
PASSED: Final = mark("Eerder gekomen en nog niet geroepen: {numbers}.")


@dataclass(frozen=True, slots=True)
class Naming:
    """What things are called, and where the branch is."""

    texts: Texts
    zone: tzinfo
    desk: Callable[[str], str]
    line: Callable[[str], str]


def sentences(number: str, steps: Iterable[Mapping[str, Any]], naming: Naming) -> list[str]:
    """One line for each step: the time on the branch's clock, and what happened."""
    return [_told(number, step, naming) for step in steps]


def _told(number: str, step: Mapping[str, Any], naming: Naming) -> str:
    text = naming.texts.text
    what = str(step["what"])
    names = {"number": number, "desk": naming.desk(step.get("desk", "")), "line": naming.line(step.get("line", ""))}
    parts = [f"{at_moment(step['at']).astimezone(naming.zone):%H:%M}", text(SENTENCES.get(what, what)).format(**names)]
    if what == "ticket-taken":
        parts.append(_before(step.get("waiting_before", 0), naming))
    if what == "ticket-called":
        parts.extend(_why(step, naming))
    return " ".join(parts)


def _before(count: int, naming: Naming) -> str:
    if not count:
        return naming.texts.text(FIRST)
    return naming.texts.plural("Er was {n} nummer voor.", "Er waren {n} nummers voor.", count).format(n=count)


def _why(step: Mapping[str, Any], naming: Naming) -> Iterable[str]:
    text = naming.texts.text
    passed = step.get("passed_over") or []
    reason = REASONS.get(step.get("reason", ""))
    if reason:
        yield text(reason)
    if passed:
        yield text(PASSED).format(numbers=", ".join(passed))
    elif not reason:
        yield text(OF_THE_DESKS_LINES)
