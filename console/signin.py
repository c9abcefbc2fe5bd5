"""Signing in with the branch's password, and out again; nobody says who they are."""

import asyncio
import logging
import time
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

from litestar import Request, get, post
from litestar.datastructures import State
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotAuthorizedException
from litestar.params import Body
from litestar.response import Redirect, Response, Template
from litestar.status_codes import HTTP_303_SEE_OTHER, HTTP_401_UNAUTHORIZED, HTTP_429_TOO_MANY_REQUESTS

from console import password
from console.auth import OPEN
from console.room import InRoom, Room, StaffRequest
from console.sessions import WORKING_DAY_S
from runtime.texts import mark

WRONG = mark("Dit wachtwoord klopt niet. Probeer het nog een keer.")
TOO_OFTEN = mark("Het wachtwoord was te vaak fout. Wacht een minuut en probeer het dan nog een keer.")
LOCKED = mark("Het wachtwoord was heel vaak fout. Wacht een uur, of laat het wachtwoord opnieuw maken.")

log = logging.getLogger(__name__)

AnyResponse = TypeVar("AnyResponse", bound=Response[Any])
Visitor = Request[None, None, State]
Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]


@get("/aanmelden", opt=OPEN)
async def sign_in_page(request: Visitor, room: InRoom) -> Template | Redirect:
    """The field and the button."""
    if room.sessions.find(request.cookies.get(room.cookie), time.monotonic()):
        return Redirect("/balie", status_code=HTTP_303_SEE_OTHER)
    return sign_in_with(room, "")


@post("/aanmelden", opt=OPEN)
async def sign_in(request: Visitor, room: InRoom, data: Form) -> Template | Redirect:
    """Open a session for whoever knows the password."""
    address = request.client.host if request.client else ""
    if not room.attempts.may_try(address, time.monotonic()):
        log.warning("sign-in from %s refused: too many tries", address)
        wait = LOCKED if room.attempts.is_locked(address, time.monotonic()) else TOO_OFTEN
        return sign_in_with(room, room.names.texts.text(wait), HTTP_429_TOO_MANY_REQUESTS)
    account = data.get("account", "")
    if not await _is_right(room, account, data.get("password", "")):
        room.attempts.failed(address, time.monotonic())
        log.warning("sign-in from %s refused: wrong password", address)
        return sign_in_with(room, room.names.texts.text(WRONG), HTTP_401_UNAUTHORIZED)
    room.attempts.succeeded(address)
    room.sessions.close(request.cookies.get(room.cookie))
    return _into(room, account)


@post("/afmelden")
async def sign_out(request: StaffRequest, room: InRoom) -> Redirect:
    """End the session; the desk stays as it is."""
    room.sessions.close(request.auth)
    room.feed.tell()
    response = Redirect("/aanmelden", status_code=HTTP_303_SEE_OTHER)
    response.delete_cookie(room.cookie)
    return response


HANDLERS: Final = (sign_in_page, sign_in, sign_out)


async def _is_right(room: Room, account: str, tried: str) -> bool:
    async with room.verifying:
        return await asyncio.to_thread(_verify, room, account, tried)


def _verify(room: Room, account: str, tried: str) -> bool:
    partner = room.settings.console.partners.get(account)
    if account and partner is None:
        return False
    try:
        stored = password.read(Path(partner.password_file) if partner else room.password_file)
    except password.UnusableHash as fault:
        log.error("nobody can sign in: %s", fault)  # noqa: TRY400 - the cause is in the line
        raise NotAuthorizedException from fault
    return password.is_right(stored, tried)


def _into(room: Room, account: str) -> Redirect:
    partner = room.settings.console.partners.get(account)
    response = Redirect("/balies", status_code=HTTP_303_SEE_OTHER)
    return give_session(room, response, frozenset(partner.lines) if partner else None)


def give_session(room: Room, response: AnyResponse, lines: frozenset[str] | None = None) -> AnyResponse:
    """Open a session, and have the response bring it to the browser; `lines` are those of a partner."""
    day = room.picture.floor.day if room.picture.floor else None
    session = room.sessions.open(time.monotonic(), day, lines)
    response.set_cookie(
        room.cookie,
        session.token,
        max_age=WORKING_DAY_S,
        path="/",
        httponly=True,
        secure=room.is_tls,
        samesite="strict",
    )
    return response


def sign_in_with(room: Room, fault: str, status_code: int = 200) -> Template:
    """The page on which to sign in, with what went wrong the last time."""
    accounts = {name: room.names.account(name) for name in room.settings.console.partners}
    shown = {"fault": fault, "accounts": accounts, "has_organisation": room.settings.console.oidc is not None}
    return Template("signin.html", context=shown, status_code=status_code)
