"""All pages of this room, for the application."""

from typing import Any, Final

from console.figures import coordinator, day, reports, unregistered, why

HANDLERS: Final[tuple[Any, ...]] = (
    day.day_sheet,
    day.copied,
    day.before_closing,
    day.close_day,
    day.open_day,
    unregistered.unregistered,
    unregistered.fill_in,
    coordinator.ask_password,
    coordinator.check_password,
    reports.report_page,
    reports.report_file,
    why.why_page,
)
