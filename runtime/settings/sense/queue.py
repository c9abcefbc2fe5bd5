"""Whether lines, letters, topics and desks fit together."""

from runtime.settings.sense.draft import Draft

MOST_TOPICS = 8


def check_letters(draft: Draft) -> None:
    """Refuse a second line without a letter, and a letter that other numbers already carry."""
    owners: dict[str, str] = {}
    for index, line in enumerate(draft.settings.lines):
        _claim(draft, ("lines", index, "letter"), line.letter, f'line "{line.id}"', owners)
    for index, kiosk in enumerate(draft.settings.kiosks):
        if ("kiosks", index, "spare_letter") in draft.given:
            at = ("kiosks", index, "spare_letter")
            _claim(draft, at, kiosk.spare_letter, f'kiosk "{kiosk.device}"', owners)


def _claim(draft: Draft, at: tuple[str, int, str], letter: str, claimant: str, owners: dict[str, str]) -> None:
    owner = owners.setdefault(letter, claimant)
    if owner == claimant:
        return
    if letter:
        draft.report(at, letter, f"another letter, as {owner} has this one")
    else:
        draft.report(at, "" if at in draft.given else None, f"a letter, as {owner} has none already")


def check_lines_exist(draft: Draft) -> None:
    """Refuse a topic, desk or partner of a line that is not there."""
    settings = draft.settings
    for at, topic in draft.topics():
        _refuse_unknown_line(draft, (*at, "line"), topic.line)
    for number, desk in enumerate(settings.desks):
        for index, line in enumerate(desk.lines):
            _refuse_unknown_line(draft, ("desks", number, "lines", index), line)
    for name, partner in settings.console.partners.items():
        for index, line in enumerate(partner.lines):
            _refuse_unknown_line(draft, ("console", "partners", name, "lines", index), line)


def _refuse_unknown_line(draft: Draft, at: tuple[str | int, ...], line: str) -> None:
    lines = draft.line_ids()
    if line and line not in lines:
        draft.report(at, line, f"one of the lines of this file: {', '.join(sorted(lines - {''}))}")


def check_topics(draft: Draft) -> None:
    """Refuse more topics than fit on a screen, and none where the mode needs them."""
    topics, mode = draft.settings.topics, draft.settings.branch.mode
    if len(topics) > MOST_TOPICS:
        draft.report(
            ("topics", MOST_TOPICS), topics[MOST_TOPICS].id, f"at most {MOST_TOPICS} topics on the first level"
        )
    if mode != "one-button" and ("topics",) in draft.given and not topics:
        draft.report(("topics",), (), f'at least one topic in the mode "{mode}"')


def check_desks(draft: Draft) -> None:
    """Refuse a desk that is told to serve no line."""
    for index, desk in enumerate(draft.settings.desks):
        if ("desks", index, "lines") in draft.given and not desk.lines:
            expected = "at least one line; left out, a desk serves all lines"
            draft.report(("desks", index, "lines"), (), expected)


def check_hours(draft: Draft) -> None:
    """Refuse hours that never open."""
    opening = draft.settings.opening
    if opening and not opening.hours:
        draft.report(("opening",), {}, "at least one weekday with a period; left out, the branch is always open")
    for index, line in enumerate(draft.settings.lines):
        if line.hours == {}:
            expected = "at least one weekday with a period; left out, the line follows the branch"
            draft.report(("lines", index, "hours"), {}, expected)
