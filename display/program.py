"""The display from its first line to its last."""

import logging
import time
from typing import Final

from runtime.settings.choosing import display_of
from runtime.settings.model import Display, Settings

CANNOT_START: Final = 2

log = logging.getLogger(__name__)


def run(settings: Settings, device: str | None, window: str | None) -> int:
    """Show the board until SIGTERM; 2 when something must be installed, plugged in or set right first."""
    from runtime.logs import configure
    from screenkit.shaping import check_fonts
    from screenkit.type import FontError
    from screenkit.window import ScreenError, harden, open_window

    configure("display")
    try:
        display = display_of(settings, device)
        check_fonts(settings.branch.languages)
        place = harden(window, display.screen)
        open_window()
    except (FontError, ScreenError, ValueError) as fault:
        log.error("%s", fault)  # noqa: TRY400 - the line says what to do; a traceback would hide it
        return CANNOT_START
    _show(settings, display, place.pixels)
    return 0


def _show(settings: Settings, display: Display, pixels: tuple[int, int]) -> None:
    from threading import Event

    from board.branch import phrases, quiet, sentences
    from board.room import Room
    from display.app import DisplayApp
    from display.branch import layout, warn_of_reach
    from display.status import status_of
    from display.voice import Voice
    from runtime.process import Stop
    from screenkit.shaping import width_px
    from voices.player import Player
    from voices.voices import voices_here
    from wire.link import Link
    from wire.own_status import OwnStatus

    stop_asked = Event()
    Stop().call(stop_asked.set)
    where, say = layout(settings, display.screen, pixels, width_px), phrases(settings)
    volume, is_quiet = settings.calling.volume, quiet(settings)
    voice = Voice(Player(), voices_here(), say.of, volume, has_sound=display.sound, is_quiet=is_quiet)
    own = OwnStatus(display.device, "display")
    status = status_of(own, voice, is_readable=warn_of_reach(where))
    link = Link(settings.broker, display.device, settings.branch.id, status=status, offline=own.offline)
    voice.on_change = link.announce_status
    room = Room(settings.branch.name, sentences(settings), say, time.monotonic())
    app = DisplayApp(
        room,
        where,
        voice,
        settings.hub.device,
        link=link,
        pixels=pixels,
        stop_asked=stop_asked,
    )
    app.run()
