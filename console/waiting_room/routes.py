"""The page, its stream of changes, and the sounds of the calls that stand on it."""

from collections.abc import AsyncGenerator
from typing import Annotated, Any, Final

from litestar import get
from litestar.datastructures import CacheControlHeader
from litestar.exceptions import NotFoundException
from litestar.params import Dependency
from litestar.response import Response, ServerSentEvent, Template
from litestar.response.sse import ServerSentEventMessage

from console.auth import OPEN
from console.feed import TooMany
from console.room import InRoom, Room
from console.waiting_room.waiting_room import WaitingRoom
from runtime.languages import direction
from runtime.texts import Texts

RECONNECT_MS: Final = 1000
KEPT: Final = CacheControlHeader(max_age=600, private=True)

InWaitingRoom = Annotated[WaitingRoom, Dependency(skip_validation=True)]


@get("/bord", opt=OPEN)
async def board_page(room: InRoom, waiting_room: InWaitingRoom) -> Template:
    """The board."""
    return Template("waiting_room/page.html", context=_context(room, waiting_room))


@get("/bord/live", opt=OPEN)
async def board_live(room: InRoom, waiting_room: InWaitingRoom) -> ServerSentEvent:
    """The board, as it changes."""
    return ServerSentEvent(_events(room, waiting_room), retry_duration=RECONNECT_MS)


@get("/bord/roep/{call_id:uuid}/{times:int}/{part:int}", opt=OPEN, cache_control=KEPT)
async def call_sound(waiting_room: InWaitingRoom, call_id: Any, times: int, part: int) -> Response[bytes]:
    """One of the sounds of a call on the board."""
    call = waiting_room.following.call(str(call_id))
    wav = await waiting_room.sounds.wav(call, part) if call and call.times_called == times else None
    if wav is None:
        raise NotFoundException
    return Response(wav, media_type="audio/wav")


HANDLERS: Final = (board_page, board_live, call_sound)


async def _events(room: Room, waiting_room: WaitingRoom) -> AsyncGenerator[ServerSentEventMessage, None]:
    template, sent = room.templates.get_template("waiting_room/parts.html"), ""
    try:
        async for _, calls in waiting_room.following.pictures():
            drawn = template.render(_context(room, waiting_room))
            if drawn == sent:
                yield ServerSentEventMessage(event="beat", data="")
            else:
                yield ServerSentEventMessage(event="part", data=drawn)
            sent = drawn
            for call in calls:
                parts = waiting_room.sounds.parts(call)
                yield ServerSentEventMessage(event="call", data=f"{call.call_id} {call.times_called} {parts}")
    except TooMany:
        yield ServerSentEventMessage(event="full", data="")


def _context(room: Room, waiting_room: WaitingRoom) -> dict[str, Any]:
    texts = Texts(room.settings.branch.languages[0], "visitor")
    view = waiting_room.following.view
    return {
        "view": view,
        "heading": texts.text("U bent aan de beurt"),
        "heading_before": texts.text("Al geroepen"),
        "language": texts.language,
        "direction": direction,
    }
