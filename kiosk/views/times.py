"""When the doors open, in words."""

from datetime import datetime, time, timedelta
from typing import Final

from kiosk.views.scene import Scene
from runtime.settings.model import Hours

COMMA: Final = ","
COMMAS: Final = {"ar": "،", "ti": "፣"}
"""Between two things in a row, as it is written in scripts with a sign of their own."""

_FALLBACK: Final = "nl"
_WEEK_DAYS: Final = 7


def come_back(scene: Scene) -> tuple[str, ...]:
    """When to come back, as far as the hub told it."""
    if scene.offer.opens_at is None:
        return ()
    opens, today = scene.local(scene.offer.opens_at), scene.local(scene.wall).date()
    days = (opens.date() - today).days
    if days <= 0:
        return (scene.text("We gaan open om {time}.").format(time=_clock(opens)),)
    if days == 1:
        return (scene.text("Morgen gaan we open om {time}.").format(time=_clock(opens)),)
    day = day_name(opens, scene.session.language, with_date=days >= _WEEK_DAYS)
    return (scene.text("We gaan open op {day} om {time}.").format(day=day, time=_clock(opens)),)


def open_until(scene: Scene) -> tuple[str, ...]:
    """Until when the doors are open today, as far as the hub told it."""
    if scene.offer.closes_at is None:
        return ()
    return (scene.text("We zijn open tot {time}.").format(time=_clock(scene.local(scene.offer.closes_at))),)


def week(scene: Scene) -> tuple[tuple[str, str], ...]:
    """The days of the week that are open, with their hours."""
    opening = scene.settings.opening
    if opening is None:
        return ()
    monday = scene.local(scene.wall).replace(hour=12) - timedelta(days=scene.local(scene.wall).weekday())
    return tuple(
        (
            _as_heading(day_name(monday + timedelta(days=day), scene.session.language)),
            _periods(scene, opening.hours, day),
        )
        for day in range(_WEEK_DAYS)
        if opening.hours.get(day)
    )


def one_after_another(scene: Scene, periods: str) -> str:
    """Periods with commas between them, as the visitor's script writes those."""
    return periods.replace(COMMA, COMMAS.get(scene.session.language, COMMA))


def _periods(scene: Scene, hours: Hours, day: int) -> str:
    said = (f"{_clock(period.opens)}–{_clock(period.closes)}" for period in hours[day])  # noqa: RUF001
    return one_after_another(scene, f"{COMMA} ".join(said))


def day_name(day: datetime, language: str, *, with_date: bool = False) -> str:
    """The day of the week, as it is written within a sentence."""
    # Imported late: its tables take their time to load, and start-up counts.
    from babel import UnknownLocaleError
    from babel.dates import format_date

    pattern = "EEEE d MMMM" if with_date else "EEEE"
    try:
        return format_date(day.date(), pattern, locale=language)
    except (UnknownLocaleError, ValueError):
        return format_date(day.date(), pattern, locale=_FALLBACK)


def _as_heading(name: str) -> str:
    return name[:1].upper() + name[1:]


def _clock(moment: datetime | time) -> str:
    return f"{moment:%H:%M}"
