"""Who could be helped at once: whether somebody waits for whom no desk is free, and where to go without waiting."""

from queueing.intake import is_somebody_coming
from queueing.moment import Moment
from queueing.picture import Picture, Ticket


def is_somebody_alone(picture: Picture, now: Moment) -> bool:
    """Whether somebody waits in a line that no free desk serves, and nobody said that they come."""
    return not is_somebody_coming(picture, now) and any(not _free_for(picture, line) for line in picture.waiting.lines)


def walk_to(picture: Picture, ticket: Ticket) -> str | None:
    """The free desk that the only one who waits may walk to; None where others wait, or no desk is free."""
    is_only_one = ticket.state == "waiting" and len(picture.waiting) == 1
    return next(iter(_free_for(picture, ticket.line)), None) if is_only_one else None


def _free_for(picture: Picture, line: str) -> tuple[str, ...]:
    return tuple(desk.id for desk in picture.desks.values() if desk.state == "free" and line in desk.lines)
