"""The console from its first line to its last: starts its parts in order and ends them in reverse."""

import asyncio
import logging
from contextlib import closing
from typing import Final

from runtime.logs import configure
from runtime.process import Stop, Systemd
from runtime.settings.model import Settings
from wire.link import Link
from wire.own_status import OwnStatus

CANNOT_START: Final = 2

log = logging.getLogger(__name__)


def run(settings: Settings) -> int:
    """Serve the staff's page until SIGTERM; 2 when something must be set right first."""
    from console.password import UnusableHash
    from console.server import CannotListen

    configure("console")
    stop, systemd = Stop(), Systemd()
    try:
        asyncio.run(_serve(settings, stop, systemd))
    except (CannotListen, UnusableHash) as fault:
        log.error("%s", fault)  # noqa: TRY400 - the line says what to do; a traceback would hide it
        return CANNOT_START
    finally:
        stop.ask()
    return 0


async def _serve(settings: Settings, stop: Stop, systemd: Systemd) -> None:
    from console.bridge import Bridge
    from console.feed import Feed
    from console.picture import Picture
    from console.room import Room
    from console.server import listen, server
    from console.waiting_room.waiting_room import WaitingRoom
    from console.web import application
    from voices.voices import voices_here

    with closing(listen(settings.console)) as socket:
        feed, picture, link = Feed(), Picture(), _link(settings)
        bridge = Bridge(link, settings.hub.device, picture, feed)
        voices = voices_here()
        waiting_room = WaitingRoom(settings, link, bridge, voices)
        pages = application(Room(settings, bridge, picture, feed, voices), waiting_room)
        web = server(pages, settings.console, lambda: systemd.alive() if link.is_sound else None)
        stop.call(lambda: bridge.hop(feed.close))
        stop.call(lambda: bridge.hop(waiting_room.following.close))
        stop.call(web.stop)
        link.start()
        try:
            log.info("the staff page is on %s:%d", *socket.getsockname()[:2])
            systemd.ready(f"serving the staff of {settings.branch.name}")
            await web.serve(sockets=[socket])
        finally:
            systemd.stopping()
            await asyncio.to_thread(link.stop)


def _link(settings: Settings) -> Link:
    own = OwnStatus(settings.console.device, "console")
    return Link(settings.broker, settings.console.device, settings.branch.id, status=own.of, offline=own.offline)
