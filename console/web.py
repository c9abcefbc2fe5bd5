"""The pages together, as one application."""

import hashlib
from pathlib import Path
from typing import Final

from litestar import Litestar
from litestar.config.csrf import CSRFConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.middleware import DefineMiddleware
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig
from litestar.types import ASGIApp

from console import desk, desks, faults, password, settings, signin
from console.actions import NotPressable
from console.auth import OPEN, SignedIn
from console.clock import routes as clock
from console.devices import routes as devices
from console.figures import routes as figures
from console.guard import BODY_BYTES, Guard
from console.oidc import routes as oidc
from console.panels import routes as panels
from console.phrases import routes as phrases
from console.practice import routes as practice
from console.registering import routes as registering
from console.room import Room
from console.waiting_room import routes as board
from console.waiting_room.waiting_room import WaitingRoom

STATIC: Final = Path(__file__).parent / "static"


def application(room: Room, waiting_room: WaitingRoom) -> ASGIApp:
    """The whole console; the guard stands in front of everything, also of what is not found.

    Raises:
        UnusableHash: there is no staff password.
    """
    pages = Litestar(
        route_handlers=[
            *signin.HANDLERS,
            *(oidc.HANDLERS if room.settings.console.oidc else ()),
            *desks.HANDLERS,
            *desk.HANDLERS,
            *settings.HANDLERS,
            *panels.HANDLERS,
            *phrases.HANDLERS,
            *registering.HANDLERS,
            *board.HANDLERS,
            *figures.HANDLERS,
            *devices.HANDLERS,
            *clock.HANDLERS,
            *practice.HANDLERS,
            create_static_files_router("/static", [STATIC], opt=OPEN, include_in_schema=False),
        ],
        dependencies={
            "room": Provide(lambda: room, sync_to_thread=False),
            "waiting_room": Provide(lambda: waiting_room, sync_to_thread=False),
        },
        middleware=[DefineMiddleware(SignedIn, room=room)],
        csrf_config=_csrf(room),
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(room.templates)),
        exception_handlers={
            NotAuthorizedException: faults.send_to_sign_in,
            HTTPException: faults.say_what_http_refused,
            NotPressable: faults.say_not_pressable,
            Exception: faults.say_broken,
        },
        request_max_body_size=BODY_BYTES,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    return Guard(pages)


def _csrf(room: Room) -> CSRFConfig:
    # Made from the password's hash, so that a page that was open during a restart still works.
    secret = hashlib.sha256(b"csrf " + password.read(room.password_file).encode()).hexdigest()
    return CSRFConfig(
        secret=secret,
        cookie_name=f"{room.cookie}-csrf",
        cookie_secure=room.is_tls,
        cookie_httponly=True,
        cookie_samesite="strict",
    )
