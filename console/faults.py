"""What a browser gets when a page does not come about."""

import logging
from typing import Any, Final

from litestar import Request, Response
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.response import Redirect, Template
from litestar.status_codes import (
    HTTP_303_SEE_OTHER,
    HTTP_400_BAD_REQUEST,
    HTTP_401_UNAUTHORIZED,
    HTTP_403_FORBIDDEN,
    HTTP_404_NOT_FOUND,
    HTTP_500_INTERNAL_SERVER_ERROR,
)

from console.actions import NotPressable
from runtime.texts import mark

UNKNOWN: Final = mark("Deze pagina bestaat niet.")
TOO_OLD: Final = mark("Deze pagina was te oud. Er is niets gedaan.")
NOT_POSSIBLE: Final = mark("Dit kan niet.")
BROKEN: Final = mark("Er ging iets mis. Probeer het nog een keer.")

log = logging.getLogger(__name__)

AnyRequest = Request[Any, Any, Any]


def send_to_sign_in(request: AnyRequest, _: NotAuthorizedException) -> Response[Any]:
    """To the password; the page's own script gets a bare 401 and reloads."""
    if "x-part" in request.headers or "text/event-stream" in request.headers.get("accept", ""):
        return Response("", status_code=HTTP_401_UNAUTHORIZED)
    return Redirect("/aanmelden", status_code=HTTP_303_SEE_OTHER)


def say_what_http_refused(_: AnyRequest, fault: HTTPException) -> Response[Any]:
    """A page with one sentence."""
    texts = {HTTP_403_FORBIDDEN: TOO_OLD, HTTP_404_NOT_FOUND: UNKNOWN}
    return _page(texts.get(fault.status_code, NOT_POSSIBLE), fault.status_code)


def say_not_pressable(_: AnyRequest, fault: NotPressable) -> Response[Any]:
    """A press that no page offers is nobody's mistake but a tamperer's."""
    log.info("refused a press: %s", fault)
    return _page(NOT_POSSIBLE, HTTP_400_BAD_REQUEST)


def say_broken(request: AnyRequest, fault: Exception) -> Response[Any]:
    """Our own mistake: in the log with all there is, on the page without."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=fault)
    return _page(BROKEN, HTTP_500_INTERNAL_SERVER_ERROR)


def _page(dutch: str, status_code: int) -> Template:
    return Template("fault.html", context={"fault": dutch}, status_code=status_code)
