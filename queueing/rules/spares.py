"""Spare numbers: given by a kiosk alone, handed in when the hub is back."""

from datetime import datetime, timedelta

from queueing.case import Case
from queueing.commands import TakeTicket
from queueing.facts import SpareUsedUp
from queueing.hours import day_of
from queueing.refusals import Refused

LONGEST_AGO_S = timedelta(days=7).total_seconds()


def need_own_spare(case: Case, command: TakeTicket) -> None:
    """Refuse a spare number that is not the device's own, or that it gave before today."""
    if command.spare_number is None:
        return
    device = case.plan.devices.get(command.device)
    if device and command.spare_number[:1] != device.spare_letter:
        raise Refused("bad-request")
    if not case.is_new_day and (command.device, command.spare_number) in case.picture.spares:
        raise Refused("bad-request")


def used_up(case: Case, command: TakeTicket) -> tuple[SpareUsedUp, ...]:
    """What is kept of a spare number whose visitor was called by another one."""
    return (SpareUsedUp(case.at, command.device, command.spare_number),) if command.spare_number else ()


def taken_at(case: Case, command: TakeTicket) -> datetime:
    """When the visitor took the number, by the hub's clock."""
    ago = timedelta(seconds=min(command.taken_ago_s, LONGEST_AGO_S))
    return case.at - timedelta(milliseconds=ago // timedelta(milliseconds=1))


def need_today(case: Case, command: TakeTicket) -> None:
    """Refuse a spare number of another day."""
    if command.spare_number is None:
        return
    taken, picture = taken_at(case, command), case.picture
    if picture.opened_at and picture.day and taken >= picture.opened_at:
        return
    if day_of(taken, case.plan.zone) != (picture.day or day_of(case.at, case.plan.zone)):
        raise Refused("too-late")
