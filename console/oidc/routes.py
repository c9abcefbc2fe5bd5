"""To the organisation and back."""

import logging
import time
from typing import Final

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_303_SEE_OTHER, HTTP_401_UNAUTHORIZED

from console.auth import OPEN
from console.oidc import provider
from console.oidc.pending import PATIENCE_S
from console.room import InRoom, Room
from console.signin import Visitor, give_session, sign_in_with
from runtime.settings.model import Oidc
from runtime.texts import mark

BACK: Final = "/aanmelden/organisatie/terug"
FAILED: Final = mark("Aanmelden bij uw organisatie lukte niet. Probeer het nog een keer.")

log = logging.getLogger(__name__)


@get("/aanmelden/organisatie", opt=OPEN)
async def go(request: Visitor, room: InRoom) -> Redirect | Template:
    """Send the browser to the organisation."""
    oidc = _oidc(room)
    pending = room.pending.begin(time.monotonic())
    try:
        address = await provider.where_to(oidc, pending, _come_back(request))
    except provider.NotSignedIn as fault:
        return _failed(room, fault)
    response = Redirect(address, status_code=HTTP_303_SEE_OTHER)
    # A strict cookie would not come along when the organisation sends the browser back.
    response.set_cookie(
        f"{room.cookie}-heen",
        pending.token,
        max_age=PATIENCE_S,
        path="/",
        httponly=True,
        secure=room.is_tls,
        samesite="lax",
    )
    return response


@get(BACK, opt=OPEN)
async def come_back(request: Visitor, room: InRoom) -> Template:
    """Open a session for somebody of the organisation; what else the organisation tells is dropped."""
    oidc = _oidc(room)
    told = {name: str(request.query_params.get(name, "")) for name in ("code", "state")}
    pending = room.pending.take(request.cookies.get(f"{room.cookie}-heen"), told["state"], time.monotonic())
    if pending is None:
        return _failed(room, provider.NotSignedIn("it was not begun here"))
    try:
        await provider.check(oidc, pending, told["code"], _come_back(request))
    except provider.NotSignedIn as fault:
        return _failed(room, fault)
    room.sessions.close(request.cookies.get(room.cookie))
    # A page and no redirect: only a step that begins on this site carries the strict cookie.
    response = Template("signed_in.html")
    response.delete_cookie(f"{room.cookie}-heen")
    return give_session(room, response)


HANDLERS: Final = (go, come_back)


def _oidc(room: Room) -> Oidc:
    if room.settings.console.oidc is None:
        raise NotFoundException
    return room.settings.console.oidc


def _come_back(request: Visitor) -> str:
    return f"{str(request.base_url).rstrip('/')}{BACK}"


def _failed(room: Room, fault: provider.NotSignedIn) -> Template:
    log.warning("sign-in through the organisation failed: %s", fault)
    return sign_in_with(room, room.names.texts.text(FAILED), HTTP_401_UNAUTHORIZED)
