"""Setting the clock of a box without any network, by what the coordinator's tablet said."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from runtime.settings.load import load

WISH: Final = Path("/run/beurt/clock-wish")
IN_STEP: Final = Path("/run/systemd/timesync/synchronized")
"""The mark of a clock that may be believed; systemd sets it too, and it is gone with the power."""

EARLIEST: Final = datetime(2026, 1, 1, tzinfo=UTC).timestamp()
LATEST: Final = datetime(2070, 1, 1, tzinfo=UTC).timestamp()
FRESH_S: Final = 60
LONGEST: Final = 20
REFUSED: Final = 1

SetClock = Callable[[float], None]


def run(config: Path, wish: Path = WISH, in_step: Path = IN_STEP, set_clock: SetClock | None = None) -> int:
    """Set the clock if somebody asked for that; the exit code is 1 where it is not done."""
    try:
        at, age_s = float(wish.read_text(encoding="ascii")[:LONGEST]), time.time() - wish.stat().st_mtime
    except (OSError, ValueError) as fault:
        click.echo(f"{wish}: no time to set: {fault}", err=True)
        return REFUSED
    why_not = _why_not(config, at, age_s, in_step)
    if why_not:
        click.echo(f"the clock stays as it is: {why_not}", err=True)
        return REFUSED
    (set_clock or _of_the_box)(at + age_s)
    in_step.parent.mkdir(parents=True, exist_ok=True)
    in_step.touch()
    click.echo(f"the clock is set to {datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M} UTC")
    return 0


def _why_not(config: Path, at: float, age_s: float, in_step: Path) -> str:
    if load(config).network.kind != "own-wifi":
        return "this box has a network, where a time server knows better"
    if not EARLIEST <= at <= LATEST:
        return "nobody's clock can be as far off as what was asked"
    if not 0 <= age_s <= FRESH_S:
        return "it was asked too long ago"
    if in_step.exists() and abs(at - time.time()) < 1:
        return "it is right already"
    return ""


def _of_the_box(at: float) -> None:
    time.clock_settime(time.CLOCK_REALTIME, at)
