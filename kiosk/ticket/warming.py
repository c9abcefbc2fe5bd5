"""Loading what the first ticket needs, before there is a visitor."""

from datetime import UTC, datetime

from kiosk.printer.models import model_of
from kiosk.ticket.dates import day_and_time
from kiosk.ticket.render import render
from kiosk.ticket.slip import Slip, Words
from runtime.settings.model import Kiosk, Settings


def warm_up(settings: Settings, kiosk: Kiosk) -> None:
    """Load the names of the days and, where this printer needs them, the fonts, for each language of the branch."""
    days = (Words(day_and_time(datetime.now(UTC), language), language) for language in settings.branch.languages)
    render(Slip(tuple(days)), model_of(kiosk.printer))
