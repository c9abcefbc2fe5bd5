"""What ids of the records are called in a report, in Dutch."""

from collections.abc import Mapping

from hub.plan import all_topics
from runtime.settings.model import Settings
from runtime.texts import mark
from wire import question_words
from wire.question_kinds import KIND_NAMES

NOTHING = mark("Niet ingevuld")

TOTALS: Mapping[str, str] = {
    "taken": mark("Nummers gegeven"),
    "helped": mark("Bezoeken"),
    "unregistered": mark("Bezoeken niet ingevuld"),
    "did_not_come": mark("Niet gekomen"),
    "nobody_there": mark("Niet meer geroepen"),
    "withdrawn": mark("Zelf gestopt"),
}
KINDS: Mapping[str | None, str] = dict(KIND_NAMES.items())
OUTCOMES: Mapping[str | None, str] = dict(question_words.OUTCOMES.items()) | {None: NOTHING}
NEEDS: Mapping[str | None, str] = dict(question_words.NEEDS.items()) | {None: NOTHING}
CHANNELS: Mapping[str | None, str] = {
    "ticket": mark("Met een nummer"),
    "desk": mark("Aan de balie, zonder nummer"),
    "phone": mark("Telefoon"),
    "outreach": mark("Buiten de bibliotheek"),
}
PARTS: Mapping[str | None, str] = {
    "morning": mark("Ochtend"),
    "afternoon": mark("Middag"),
    "evening": mark("Avond"),
}
COURSES: Mapping[str | None, str] = {
    "language": mark("Taal"),
    "digital": mark("Digitaal"),
    "maths": mark("Rekenen"),
    "other": mark("Iets anders"),
}


def topics(settings: Settings) -> dict[str | None, str]:
    """Topics by their first name."""
    none: dict[str | None, str] = {None: mark("Geen onderwerp")}
    return none | {topic.id: first_name(topic.names, settings, topic.id) for topic in all_topics(settings.topics)}


def organisations(settings: Settings) -> dict[str | None, str]:
    """Organisations by their name."""
    return {None: NOTHING, **{organisation.id: organisation.name for organisation in settings.organisations}}


def partners(settings: Settings) -> dict[str | None, str]:
    """Partners by their name."""
    return {None: mark("Niemand"), **{partner.id: partner.name for partner in settings.partners}}


def first_name(names: Mapping[str, str], settings: Settings, otherwise: str) -> str:
    """A name in the branch's first language."""
    return names.get(settings.branch.languages[0]) or next(iter(names.values()), otherwise)
