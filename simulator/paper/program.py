"""The commands that put something on paper without a visitor: a sample ticket, numbered slips, the test page."""

import logging
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from kiosk.printer.models import model_of
from kiosk.ticket.render import render
from kiosk.ticket.trial import compose_trial
from runtime.logs import configure
from runtime.process import Stop
from runtime.settings.choosing import kiosk_of
from runtime.settings.model import Kiosk, Settings
from runtime.settings.values import WidthDots
from simulator.paper.numbers import numbers
from simulator.paper.output import CANNOT_START, Piece, put, to_files
from simulator.paper.sample import SETTINGS, kiosk_with, ticket, ticket_bytes

log = logging.getLogger(__name__)

WIDTHS: Final[dict[str, WidthDots]] = {"384": 384, "512": 512, "576": 576, "640": 640}
PEOPLE_BEFORE: Final = 3
NOBODY_COUNTED: Final = -1


def run_ticket(
    settings: Settings | None,
    *,
    language: str,
    width: str,
    profile: str,
    number: str,
    large: bool,
    dump: Path | None,
    png: Path | None,
) -> int:
    """Make a sample ticket; the exit code."""
    configure("ticket")
    branch = settings or SETTINGS
    kiosk = kiosk_with(branch, WIDTHS[width], profile)
    if not model_of(kiosk.printer).is_known:
        log.warning("profile %r is not known; the ticket is made for a printer of which nothing is known", profile)
    now = datetime.now(ZoneInfo(branch.branch.time_zone))
    shown = ticket(number, language, branch, PEOPLE_BEFORE)
    data = ticket_bytes(branch, kiosk, shown, now, is_large=large)
    return to_files([Piece(number, lambda _: data)], model_of(kiosk.printer), dump, png)


def run_slips(
    settings: Settings, *, wanted: str, letter: str, device: str | None, dump: Path | None, png: Path | None
) -> int:
    """Make a set of numbered slips, for the day on which all else is down; the exit code."""
    configure("slips")
    try:
        kiosk, names = kiosk_of(settings, device), numbers(wanted, letter)
    except ValueError as fault:
        log.error("%s", fault)  # noqa: TRY400 - the line says what to do
        return CANNOT_START
    return put([_slip(name, settings, kiosk) for name in names], kiosk.printer, dump, png, Stop().is_asked)


def run_printer_test(settings: Settings, *, device: str | None, dump: Path | None, png: Path | None) -> int:
    """Make the test page; the exit code."""
    configure("printer-test")
    try:
        kiosk = kiosk_of(settings, device)
    except ValueError as fault:
        log.error("%s", fault)  # noqa: TRY400 - the line says what to do
        return CANNOT_START

    def make(identity: str | None) -> bytes:
        return render(compose_trial(settings, kiosk, identity), model_of(kiosk.printer))

    return put([Piece("test page", make)], kiosk.printer, dump, png, Stop().is_asked)


def _slip(name: str, settings: Settings, kiosk: Kiosk) -> Piece:
    language = settings.branch.languages[0]
    shown = ticket(name, language, settings, NOBODY_COUNTED)
    return Piece(f"slip {name}", lambda _: ticket_bytes(settings, kiosk, shown, None, is_large=False))
