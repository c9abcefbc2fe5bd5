"""What the box thinks that the time is, and the button that says better."""

import os
import time
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from litestar import get, post
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_303_SEE_OTHER

from console.figures.asking import staff
from console.figures.coordinator import SIGN_IN
from console.room import InRoom, Room, StaffRequest
from console.signin import Form
from runtime.files import FOR_GROUP, note

PATH: Final = "/klok"
WISH: Final = Path(os.environ.get("BEURT_CLOCK_WISH", "/run/beurt/clock-wish"))
"""Where the wanted time goes, in seconds since 1970; who may set the clock of the box looks there."""

LONGEST: Final = 20
JUST_NOW_S: Final = 10


@get(PATH)
async def clock_page(request: StaffRequest, room: InRoom) -> Template | Redirect:
    """Both times, one beside the other."""
    if not _may(request, room):
        return Redirect(SIGN_IN, status_code=HTTP_303_SEE_OTHER)
    now = datetime.now(ZoneInfo(room.settings.branch.time_zone))
    return Template("clock.html", context={"now": f"{now:%d-%m-%Y %H:%M}", "is_asked": _is_asked()})


@post(PATH)
async def clock_set(request: StaffRequest, room: InRoom, data: Form) -> Redirect:
    """Ask for the time that the tablet has; nonsense is not passed on."""
    if not _may(request, room):
        return Redirect(SIGN_IN, status_code=HTTP_303_SEE_OTHER)
    told = data.get("at", "")[:LONGEST]
    if told.isascii() and told.isdigit():
        note(WISH, f"{int(told) // 1000}\n".encode("ascii"), FOR_GROUP)
    return Redirect(PATH, status_code=HTTP_303_SEE_OTHER)


HANDLERS: Final = (clock_page, clock_set)


def _is_asked() -> bool:
    try:
        return abs(time.time() - WISH.stat().st_mtime) < JUST_NOW_S
    except OSError:
        return False


def _may(request: StaffRequest, room: Room) -> bool:
    """Only a coordinator, and only where no time server can know better."""
    return staff(request).is_coordinator and room.settings.network.kind == "own-wifi"
