"""The kiosk from its first line to its last."""

import logging
from pathlib import Path
from typing import Final

from runtime.files import state_folder
from runtime.settings.choosing import kiosk_of
from runtime.settings.model import Kiosk, Settings

CANNOT_START: Final = 2

log = logging.getLogger(__name__)


def run(settings: Settings, device: str | None, window: str | None, transcript: Path | None = None) -> int:
    """Serve visitors until SIGTERM, and note in `transcript` what is said.

    2 when something must be installed, plugged in or set right first.
    """
    from runtime.logs import configure
    from screenkit.shaping import check_fonts
    from screenkit.type import FontError
    from screenkit.window import ScreenError, harden, open_window

    configure("kiosk")
    try:
        kiosk = kiosk_of(settings, device)
        check_fonts(settings.branch.languages)
        place = harden(window, kiosk.screen)
        open_window()
    except (FontError, ScreenError, ValueError) as fault:
        log.error("%s", fault)  # noqa: TRY400 - the line says what to do; a traceback would hide it
        return CANNOT_START
    warn_of_size(kiosk, place.pixels)
    _serve(settings, kiosk, place.pixels, transcript)
    return 0


def warn_of_size(kiosk: Kiosk, pixels: tuple[int, int]) -> None:
    """Say so where a screen is too small for letters that can be read from where the visitor stands."""
    from screenkit.sizes import Scale

    scale = Scale(kiosk.screen, pixels)
    if not scale.is_readable:
        log.warning(
            "the screen of %s is too small: its letters cannot be read from %d mm by everybody, only from about %d mm",
            kiosk.device,
            kiosk.screen.viewing_distance_mm,
            scale.readable_mm,
        )


def _serve(settings: Settings, kiosk: Kiosk, pixels: tuple[int, int], transcript: Path | None) -> None:
    from threading import Event

    from kiosk.alarm.alarm import alarm_of
    from kiosk.app import KioskApp
    from kiosk.flow.flow import Flow
    from kiosk.languages import translated
    from kiosk.memory import Memory, boot_id
    from kiosk.pictures import Pictures
    from kiosk.screens.pages import DrawnPages
    from kiosk.screens.paint import BODY_FLOOR, Paint
    from kiosk.status import status_of
    from runtime.process import Stop
    from screenkit.palette import NORMAL
    from screenkit.sizes import Scale
    from voices.voices import voices_here
    from wire.link import Link
    from wire.names import new_id
    from wire.own_status import OwnStatus

    stop_asked = Event()
    Stop().call(stop_asked.set)
    memory = Memory(state_folder(), settings.branch.id, kiosk.device)
    voices = voices_here() if kiosk.speech else None
    scale = Scale(kiosk.screen, pixels, body_floor=BODY_FLOOR)
    paint = Paint(scale, NORMAL, Pictures(settings.path.parent))
    flow = Flow(
        settings,
        kiosk,
        known_languages=translated(),
        boot_id=boot_id(),
        new_id=new_id,
        book=memory.spares(),
        voices=voices.languages if voices else frozenset(),
        pages=DrawnPages(paint),
    )
    alarm = alarm_of(settings.alerts.gpio)
    own = OwnStatus(kiosk.device, "kiosk")
    status = status_of(own, flow, alarm.facts, is_heard=lambda: app.is_heard)
    link = Link(settings.broker, kiosk.device, settings.branch.id, status=status, offline=own.offline)
    app = KioskApp(
        settings,
        kiosk,
        flow,
        memory,
        paint,
        voices=voices,
        transcript=transcript,
        alarm=alarm,
        link=link,
        pixels=pixels,
        stop_asked=stop_asked,
    )
    app.run()
