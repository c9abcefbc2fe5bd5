"""Nobody gets in without a session."""

import time
from typing import Any, Final

from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult
from litestar.types import ASGIApp

from console.room import Room

OPEN: Final = {"exclude_from_auth": True}
"""The option of the few handlers that anybody may reach."""


class SignedIn(AbstractAuthenticationMiddleware):
    """Finds the session of a request; the handlers get it as the request's user."""

    def __init__(self, app: ASGIApp, room: Room) -> None:
        super().__init__(app)
        self._room = room

    async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult:
        """The session that the cookie names.

        Raises:
            NotAuthorizedException: there is none, or its working day is over.
        """
        token = connection.cookies.get(self._room.cookie)
        session = self._room.sessions.find(token, time.monotonic())
        if session is None:
            raise NotAuthorizedException
        return AuthenticationResult(user=session, auth=session.token)
