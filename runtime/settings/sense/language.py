"""Whether the branch's texts are there in its languages, and its clock can be told."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from runtime.languages import LANGUAGES
from runtime.settings.catalogue import KNOWN
from runtime.settings.faults import At
from runtime.settings.sense.draft import Draft
from runtime.settings.values import Names


def check_languages(draft: Draft) -> None:
    """Refuse a branch without a language."""
    if not draft.settings.branch.languages and ("branch", "languages") in draft.given:
        draft.report(("branch", "languages"), (), "at least one language; the first is the branch's own")


def check_names(draft: Draft) -> None:
    """Refuse a text in an unknown language, and one that lacks the branch's first."""
    first = next(iter(draft.settings.branch.languages), "")
    for at, names in _named(draft):
        for key in [each for each in names if each not in LANGUAGES]:
            draft.report((*at, key), names[key], f"a language as its key, one of {', '.join(LANGUAGES)}")
        if first and first not in names:
            draft.report((*at, first), None, f'a text in "{first}", the first language of the branch')


def check_time_zone(draft: Draft) -> None:
    """Refuse a time zone that the system does not know."""
    name = draft.settings.branch.time_zone
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        draft.report(("branch", "time_zone"), name, 'a time zone such as "Europe/Amsterdam"')


def _named(draft: Draft) -> Iterator[tuple[At, Names]]:
    settings = draft.settings
    places: list[tuple[At, Names]] = [(("branch", "waiting_place"), settings.branch.waiting_place)]
    places += [(("lines", index, "name"), line.name) for index, line in enumerate(settings.lines)]
    places += [(("desks", index, "name"), desk.name) for index, desk in enumerate(settings.desks)]
    places += [(("notices", index, "names"), notice.names) for index, notice in enumerate(settings.notices)]
    for at, topic in draft.topics():
        if topic.id not in KNOWN:
            yield (*at, "names"), topic.names
        else:
            places.append(((*at, "names"), topic.names))
    yield from (place for place in places if place[0] in draft.given)
