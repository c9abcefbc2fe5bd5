"""Figures over closed days: exact for inside, protected for outside."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from hub.reports import names
from hub.reports.counting import Draft, Key, Period, Row, counted, exactly, finished
from hub.reports.periods import COARSER_THAN_A_MONTH, By, period_of
from hub.reports.protection import hidden, shown
from runtime.settings.model import Settings
from runtime.texts import mark
from wire.answers import Table

TOTALS: Mapping[str, str] = {
    "taken": mark("Nummers gegeven"),
    "helped": mark("Bezoeken"),
    "unregistered": mark("Bezoeken niet ingevuld"),
    "did_not_come": mark("Niet gekomen"),
    "nobody_there": mark("Niet meer geroepen"),
    "withdrawn": mark("Zelf gestopt"),
}
WHAT_BECAME_OF_NUMBERS = ("taken", "helped", "did_not_come", "nobody_there", "withdrawn")

PROTECTED = mark(
    "Aantallen onder de {threshold} staan er als <{threshold}. Waar … staat, zou het getal zo'n klein aantal "
    "verraden. De andere getallen zijn afgerond op 5."
)


def report(days: Sequence[Row], records: Sequence[Row], by: By, settings: Settings) -> tuple[Table, ...]:
    """Totals by stretch of time, then the records counted by topic, outcome and what else there is; all exact."""
    drafts = _drafts(days, records, by, settings)
    return tuple(map(exactly, drafts))


def public_report(days: Sequence[Row], records: Sequence[Row], by: By | None, settings: Settings) -> tuple[Table, ...]:
    """The same with small numbers protected; where nobody said by what, by what leaves most to be seen."""
    threshold = settings.reports.threshold
    drafts = _drafts(days, records, by or "month", settings)
    gone = _hidden(drafts, threshold)
    if by is None:
        for coarser in COARSER_THAN_A_MONTH:
            if len(gone) * 2 <= sum(count > 0 for draft in drafts for count in draft.counts.values()):
                break
            drafts = _drafts(days, records, coarser, settings)
            gone = _hidden(drafts, threshold)
    note = PROTECTED.format(threshold=threshold)
    return tuple(_protected(draft, gone, threshold, note) for draft in drafts)


def drafts_of(records: Iterable[Row], settings: Settings, period: Period) -> tuple[Draft, ...]:
    """One table for each field of the records that says something."""
    records = list(records)
    registered = [record for record in records if record["outcome"]]
    referred = [record for record in registered if record["referred_to"]]
    courses = [record for record in registered if record["course"]]
    topics, partners = names.topics(settings), names.partners(settings)
    organisations = names.organisations(settings)
    return (
        counted(("topic", mark("Onderwerpen"), mark("Onderwerp")), records, topics, period),
        counted(("outcome", mark("Uitkomsten"), mark("Uitkomst")), records, names.OUTCOMES, period),
        counted(("organisation", mark("Organisaties"), mark("Organisatie")), registered, organisations, period),
        counted(("referred_to", mark("Doorverwezen naar"), mark("Partner")), referred, partners, period),
        counted(("course", mark("Cursussen"), mark("Cursus")), courses, names.COURSES, period),
        counted(("need", mark("Wat nodig was"), mark("Behoefte")), registered, names.NEEDS, period),
        counted(("channel", mark("Hoe het ging"), mark("Kanaal")), records, names.CHANNELS, period),
        counted(("part_of_day", mark("Delen van de dag"), mark("Deel")), records, names.PARTS, period),
    )


def _drafts(days: Iterable[Row], records: Iterable[Row], by: By, settings: Settings) -> tuple[Draft, ...]:
    period = partial(period_of, by=by)
    return (_totals(days, period), *drafts_of(records, settings, period))


def _totals(days: Iterable[Row], period: Period) -> Draft:
    counts: dict[Key, int] = {}
    for day in days:
        for name in TOTALS:
            key = ("totals", period(day["date"]), name)
            counts[key] = counts.get(key, 0) + day[name]
    stretches = sorted({stretch for _, stretch, _ in counts})
    return Draft(
        id="totals",
        title=mark("Totalen"),
        columns=(mark("Periode"), *TOTALS.values()),
        rows=tuple(((stretch,), tuple(("totals", stretch, name) for name in TOTALS)) for stretch in stretches),
        counts=counts,
        sums=tuple(tuple(("totals", stretch, name) for name in WHAT_BECAME_OF_NUMBERS) for stretch in stretches),
    )


def _hidden(drafts: Iterable[Draft], threshold: int) -> set[Key]:
    counts = {key: count for draft in drafts for key, count in draft.counts.items()}
    sums = [parts for draft in drafts for parts in draft.sums]
    return hidden(counts, sums, threshold, twins=_twins(counts))


def _twins(counts: Iterable[Key]) -> dict[Key, Key]:
    """The same count in two tables: visits of which nobody wrote down what came of them."""
    pairs = [(key, ("outcome", key[1], None)) for key in counts if key[0] == "totals" and key[2] == "unregistered"]
    return dict(pairs) | {other: one for one, other in pairs}


def _protected(draft: Draft, gone: set[Key], threshold: int, note: str) -> Table:
    return finished(draft, lambda key: shown(draft.counts[key], threshold, is_hidden=key in gone), note)
