"""The stretches of time that a report counts over."""

from datetime import date
from typing import Literal

By = Literal["day", "month", "quarter", "year"]

MONTHS_A_QUARTER = 3
FROM_A_MONTH_UP: tuple[By, ...] = ("month", "quarter", "year")


def period_of(day: date, by: By) -> str:
    """The stretch that a day falls in: 2026-11-22, 2026-11, 2026-Q4 or 2026."""
    match by:
        case "day":
            return day.isoformat()
        case "month":
            return f"{day:%Y-%m}"
        case "quarter":
            return f"{day.year}-Q{(day.month - 1) // MONTHS_A_QUARTER + 1}"
        case "year":
            return f"{day.year}"
