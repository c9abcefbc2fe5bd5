"""The kiosk's window: hands what happens to the flow, has done what it decides, and draws what it shows."""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kivy.clock import Clock
from kivy.core.window import Window

from kiosk.alarm.alarm import Alarm
from kiosk.doing import Doer
from kiosk.events import (
    Chosen,
    Event,
    Explored,
    FingerCame,
    HeadsetChanged,
    KeyPressed,
    LinkChanged,
    MenuArrived,
    Now,
    PrinterChanged,
    Ticked,
    Touched,
)
from kiosk.flow.flow import Flow
from kiosk.keys import tells_of_headset
from kiosk.listening import listen
from kiosk.memory import Memory
from kiosk.paper import PaperMaker
from kiosk.screens.corner import Corner
from kiosk.screens.hold import Hold
from kiosk.screens.keyboard import Keyboard
from kiosk.screens.paint import Paint
from kiosk.screens.screen import ScreenWidget
from kiosk.service.hands import Hands
from kiosk.speech.speech import Speech
from runtime.settings.model import Kiosk, Settings
from screenkit.app import LinkedApp
from screenkit.pace import Pace
from voices.voices import Voices


class KioskApp(LinkedApp):
    """One touchscreen; all but `tell` runs on the screen's thread."""

    def __init__(
        self,
        settings: Settings,
        kiosk: Kiosk,
        flow: Flow,
        memory: Memory,
        paint: Paint,
        *,
        voices: Voices | None,
        transcript: Path | None,
        alarm: Alarm,
        **linked: Any,
    ) -> None:
        super().__init__(**linked)
        self._flow = flow
        self._memory = memory
        self._paint = paint
        self._alarm = alarm
        self._layout = kiosk.keypad.layout
        self._was_heard: bool | None = None
        self._speech = self._mouth(kiosk, voices, transcript) if voices else None
        self._doer = Doer(
            link=self.link,
            memory=memory,
            paper=PaperMaker(settings, kiosk),
            printer=kiosk.printer,
            service=Hands(
                settings.service.pin_file, kiosk.printer, memory.roll_file, self.tell, restart=self._stop_asked.set
            ),
            speech=self._speech,
            tell=self.tell,
            is_clock_trusted=lambda: flow.is_clock_trusted,
        )
        self._tick = Clock.create_trigger(lambda _dt: self._take(Ticked()))
        self.link.on_connection = lambda is_connected: self.tell(LinkChanged(is_connected))
        listen(self.link, kiosk.device, settings.hub.device, self.tell)

    @property
    def is_heard(self) -> bool | None:
        """Was what it said last heard, as far as is known? None for a kiosk that is not to speak."""
        return self._speech.is_heard if self._speech else None

    def tell(self, event: Event) -> None:
        """Something happened; may be called from any thread."""
        if isinstance(event, MenuArrived):
            self._alarm.show(is_alert=event.menu.alert)
        self.on_screen(self._take, event)

    def build(self) -> ScreenWidget:
        """The one widget: the whole window."""
        self._screen = ScreenWidget(
            self._paint,
            on_touch=lambda control: self._take(Touched(control)),
            on_explore=lambda place: self._take(Explored(place)),
            on_choose=lambda: self._take(Chosen()),
        )
        self._screen.show(self._flow.view(now()))
        self._corner = Corner(self._paint.scale, self._take)
        self._hold = Hold(self._paint.scale, self._take)
        self._pace = Pace()
        self._keyboard = Keyboard(self._layout, lambda: self._flow.view(now()).frame.code, self._pressed)
        Window.bind(on_touch_down=self._finger_came)
        return self._screen

    def on_start(self) -> None:
        """The window is there: go on where a crash left off, listen, look after the printer."""
        under_way = self._memory.under_way()
        if under_way:
            self._carry_out(*self._flow.resume(under_way, now()))
        super().on_start()
        self._doer.printer.start()
        self._alarm.start(self.link.announce_status)
        if self._speech:
            self._speech.start()

    def on_stop(self) -> None:
        """The window goes."""
        if self._speech:
            self._speech.stop()
        self._doer.printer.stop()
        self._alarm.stop()
        super().on_stop()

    def _mouth(self, kiosk: Kiosk, voices: Voices, transcript: Path | None) -> Speech:
        has_socket = tells_of_headset(kiosk.keypad.layout)
        return Speech(kiosk.audio, voices, self.tell, transcript, has_socket_with_keys=has_socket)

    def _pressed(self, event: KeyPressed | HeadsetChanged) -> None:
        if self._speech and isinstance(event, HeadsetChanged):
            self._speech.hear(event)
            return
        self._finger_came()
        self._take(event)

    def _finger_came(self, *_: object) -> None:
        """Cuts the voice off, before anything else is decided or drawn."""
        self._pace.wake()
        self._take(FingerCame())

    def _take(self, event: Event) -> None:
        self._carry_out(*self._flow.handle(event, now()))
        if isinstance(event, PrinterChanged) or self.is_heard != self._was_heard:
            self._was_heard = self.is_heard
            self.link.announce_status()

    def _carry_out(self, *effects: Any) -> None:
        for effect in effects:
            self._doer.do(effect)
        moment = now()
        self._screen.show(self._flow.view(moment))
        if self._speech:
            self._speech.show(self._screen.texts)
        self._tick.cancel()
        next_s = self._flow.next_tick_s(moment)
        if next_s is not None:
            self._tick.timeout = max(0.01, next_s - moment.up_s)
            self._tick()


def now() -> Now:
    """This moment; the machine's own clock goes on while it sleeps."""
    return Now(time.clock_gettime(time.CLOCK_BOOTTIME), datetime.now(UTC))
