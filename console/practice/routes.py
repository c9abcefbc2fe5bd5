"""The page to practise on; it asks the hub nothing."""

from typing import Any, Final

from litestar import get, post
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_303_SEE_OTHER

from console.practice.desk import BUTTONS, HINTS
from console.room import StaffRequest

PAGE: Final = "/oefenen"


@get(PAGE)
async def practice(request: StaffRequest) -> Template:
    """The desk as it stands."""
    desk = request.user.practice
    main, *beside = BUTTONS[desk.state]
    context = {"desk": desk, "main": main, "beside": beside, "hint": HINTS[desk.last]}
    return Template("figures/practice.html", context=context)


@post("/oefenen/{name:str}")
async def press(request: StaffRequest, name: str) -> Redirect:
    """One press."""
    request.user.practice = request.user.practice.press(name)
    return Redirect(PAGE, status_code=HTTP_303_SEE_OTHER)


HANDLERS: Final[tuple[Any, ...]] = (practice, press)
