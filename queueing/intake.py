"""Whether numbers are given, and whether somebody is there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from queueing.hours import day_of
from queueing.moment import Moment
from queueing.picture import Intake, Picture
from queueing.plan import Line, Plan

COMING_FOR = timedelta(minutes=10)

Staffed = Literal["now", "later", "no"]


@dataclass(frozen=True, slots=True)
class Door:
    """What a visitor finds: open or closed, until when, and who is there."""

    is_open: bool
    notice: str | None
    opens_at: datetime | None
    closes_at: datetime | None
    staffed: Staffed
    is_somebody_coming: bool


def door(picture: Picture, plan: Plan, now: Moment) -> Door:
    """Look at the door at this moment."""
    said = _said(picture, now)
    current = plan.hours.current(now.at) if plan.hours else None
    return Door(
        is_open=is_intake_open(picture, plan, now),
        notice=said.notice if said else None,
        opens_at=plan.hours.next_opening(now.at) if plan.hours else None,
        closes_at=current[1] if current else None,
        staffed=_staffed(picture, plan, now),
        is_somebody_coming=is_somebody_coming(picture, now),
    )


def is_intake_open(picture: Picture, plan: Plan, now: Moment) -> bool:
    """Whether a number may be taken, or could be if a command opened the day."""
    if picture.day is None and not may_open_by_itself(picture, plan, now):
        return False
    said = _said(picture, now)
    if said:
        return said.is_open
    if plan.hours is None:
        return True
    current = plan.hours.current(now.at)
    return current is not None and now.at < current[1] - plan.last_ticket


def may_open_by_itself(picture: Picture, plan: Plan, now: Moment) -> bool:
    """Whether a first command opens a new day: by a trusted clock, or when there never was one."""
    if picture.last_day is None:
        return True
    return now.is_trusted and day_of(now.at, plan.zone) > picture.last_day


def is_line_open(line: Line, now: Moment) -> bool:
    """Whether a line's own hours allow a number."""
    return line.hours is None or line.hours.is_open(now.at)


def is_somebody_coming(picture: Picture, now: Moment) -> bool:
    """Whether a member of staff said so, lately."""
    return picture.coming_since is not None and now.at < picture.coming_since + COMING_FOR


def _said(picture: Picture, now: Moment) -> Intake | None:
    said = picture.intake
    return None if said and said.until and now.at >= said.until else said


def _staffed(picture: Picture, plan: Plan, now: Moment) -> Staffed:
    if any(desk.state != "closed" for desk in picture.desks.values()):
        return "now"
    return "later" if plan.hours is None or plan.hours.is_open(now.at) else "no"
