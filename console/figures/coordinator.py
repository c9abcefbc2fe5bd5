"""The coordinator's own password, asked for on top of the staff's: it opens the reports, until the day closes."""

import asyncio
import logging
import time
from pathlib import Path

from litestar import get, post
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_303_SEE_OTHER, HTTP_401_UNAUTHORIZED, HTTP_429_TOO_MANY_REQUESTS

from console import password
from console.figures.asking import staff
from console.room import InRoom, Room, StaffRequest
from console.signin import TOO_OFTEN, WRONG, Form

SIGN_IN = "/cijfers/aanmelden"

log = logging.getLogger(__name__)


@get(SIGN_IN)
async def ask_password(request: StaffRequest, room: InRoom) -> Template:
    """The field and the button, or how to make the password where there is none."""
    staff(request)
    return _page(room)


@post(SIGN_IN)
async def check_password(request: StaffRequest, room: InRoom, data: Form) -> Template | Redirect:
    """Open the reports for this session."""
    session = staff(request)
    address = request.client.host if request.client else ""
    if not room.attempts.may_try(address, time.monotonic()):
        return _page(room, TOO_OFTEN, HTTP_429_TOO_MANY_REQUESTS)
    async with room.verifying:
        is_right = await asyncio.to_thread(_is_right, room, data.get("password", ""))
    if not is_right:
        room.attempts.failed(address, time.monotonic())
        log.warning("the coordinator's sign-in from %s refused: wrong password", address)
        return _page(room, WRONG, HTTP_401_UNAUTHORIZED)
    room.attempts.succeeded(address)
    session.is_coordinator = True
    return Redirect("/cijfers", status_code=HTTP_303_SEE_OTHER)


def _is_right(room: Room, tried: str) -> bool:
    file = room.settings.console.coordinator_password_file
    if file is None:
        return False
    try:
        return password.is_right(password.read(Path(file)), tried)
    except password.UnusableHash as fault:
        log.error("nobody can see the reports: %s", fault)  # noqa: TRY400 - the cause is in the line
        return False


def _page(room: Room, fault: str = "", status_code: int = 200) -> Template:
    context = {
        "fault": room.names.texts.text(fault),
        "has_password": room.settings.console.coordinator_password_file is not None,
    }
    return Template("figures/coordinator.html", context=context, status_code=status_code)
