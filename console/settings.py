"""The page on which a browser's user says how the pages should be."""

from typing import Final

from litestar import get, post
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_303_SEE_OTHER

from console import preferences
from console.actions import ACTIONS
from console.room import InRoom, StaffRequest
from runtime.texts import mark

THEMES: Final = {"auto": mark("Zoals deze computer"), "light": mark("Licht"), "dark": mark("Donker")}


@get("/instellingen")
async def settings_page(request: StaffRequest) -> Template:
    """What can be chosen, and the keys."""
    chosen = preferences.read(request.cookies.get(preferences.COOKIE))
    keys = [(action.key.upper(), action.label) for action in ACTIONS.values() if action.key]
    return Template("settings.html", context={"chosen": chosen, "themes": THEMES, "keys": keys})


@post("/instellingen/{what:str}")
async def change(request: StaffRequest, room: InRoom, what: str) -> Redirect:
    """Switch one thing."""
    chosen = preferences.read(request.cookies.get(preferences.COOKIE)).changed(what)
    response = Redirect("/instellingen", status_code=HTTP_303_SEE_OTHER)
    response.set_cookie(
        preferences.COOKIE,
        chosen.written(),
        max_age=preferences.KEPT_S,
        httponly=True,
        secure=room.is_tls,
        samesite="strict",
    )
    return response


HANDLERS: Final = (settings_page, change)
