"""What may be there once only: ids, devices, languages, pins."""

from collections.abc import Hashable, Iterable

from runtime.settings.faults import At
from runtime.settings.sense.draft import Draft


def check_ids(draft: Draft) -> None:
    """Refuse an id that is there twice among its own kind."""
    settings = draft.settings
    kinds = ("lines", "desks", "organisations", "notices", "partners")
    for kind in kinds:
        ids = (((kind, index, "id"), each.id) for index, each in enumerate(getattr(settings, kind)))
        _refuse_twice(draft, ids, f"an id that is there once among the {kind}")
    topics = (((*at, "id"), topic.id) for at, topic in draft.topics())
    _refuse_twice(draft, topics, "an id that is there once among the topics of both levels")
    _refuse_twice(draft, draft.devices(), "a name that no other device has")


def check_repeats(draft: Draft) -> None:
    """Refuse a language, a desk's line or a pin that is there twice."""
    languages = enumerate(draft.settings.branch.languages)
    _refuse_twice(draft, ((("branch", "languages", index), each) for index, each in languages), "each language once")
    for number, desk in enumerate(draft.settings.desks):
        lines = ((("desks", number, "lines", index), each) for index, each in enumerate(desk.lines))
        _refuse_twice(draft, lines, "each line once")
    gpio = draft.settings.alerts.gpio
    pins = ((("alerts", "gpio", name), getattr(gpio, name, None)) for name in ("lamp", "buzzer", "button"))
    _refuse_twice(draft, pins, "a pin for each")


def _refuse_twice(draft: Draft, values: Iterable[tuple[At, Hashable]], expected: str) -> None:
    seen: set[Hashable] = set()
    for at, value in values:
        if value in seen and value not in ("", None):
            draft.report(at, value, expected)
        seen.add(value)
