"""The waiting room's window: hands what is heard to the room, and draws what the room then looks like."""

import time
from datetime import UTC, datetime
from typing import Any, Final

from kivy.clock import Clock

from board.room import Room, View
from display.announcer import Announcer
from display.highlight import Highlight
from display.layout.layout import Layout
from display.listening import listen
from display.screens.poster import PosterWidget
from display.voice import Voice
from screenkit.app import LinkedApp
from wire.devices import DeviceStatus
from wire.state import Board, Call

LOOK_S: Final = 1.0
RADIUS_PX: Final = 28
"""Of a lit card, in pixels of the 1080p grid."""


class DisplayApp(LinkedApp):
    """Shows the board and announces calls; all but `on_turn` runs on the screen's thread."""

    def __init__(self, room: Room, layout: Layout, voice: Voice, hub: str, **linked: Any) -> None:
        super().__init__(**linked)
        self._room = room
        self._layout = layout
        self._voice = voice
        self._highlight = Highlight()
        self._announcer = Announcer(self.on_turn, voice.say)
        self._shown: View | None = None
        # However many boards come in, there is one picture a frame.
        self._look_soon = Clock.create_trigger(self._look_again, -1)
        listen(
            self.link,
            hub,
            lambda board, is_live: self.on_screen(self._take_board, board, is_live),
            lambda status, is_live: self.on_screen(self._take_status, status, is_live),
        )

    def build(self) -> PosterWidget:
        """The one widget: the whole window."""
        self._poster = PosterWidget(self.pixels, self._layout.scale.px(RADIUS_PX), self._room.language)
        self._look_again()
        return self._poster

    def on_start(self) -> None:
        """The window is there: listen, and look at the time now and then."""
        self._announcer.start()
        Clock.schedule_interval(self._look_again, LOOK_S)
        super().on_start()

    def on_stop(self) -> None:
        """The window goes: be silent."""
        self._voice.stop()
        self._announcer.stop()
        super().on_stop()

    def on_turn(self, call: Call) -> None:
        """A call has its turn: light it at the chime."""
        if call.state == "calling":
            self.on_screen(self._light, call.call_id)

    def _take_board(self, board: Board, is_live: bool) -> None:  # noqa: FBT001 - handed over by position
        self._tell(self._room.heard_board(board, is_live=is_live))

    def _take_status(self, status: DeviceStatus, is_live: bool) -> None:  # noqa: FBT001 - handed over by position
        self._tell(self._room.heard_hub(status, is_live=is_live, now_s=time.monotonic()))

    def _tell(self, calls: tuple[Call, ...]) -> None:
        self._look_soon()
        self._announcer.keep_only(self._room.calling_ids)
        self._announcer.take_back(self._room.taken_back)
        self._announcer.announce(calls)

    def _light(self, call_id: str) -> None:
        self._highlight.light(call_id, time.monotonic(), is_heard=self._voice.is_heard)
        self._look_again()

    def _look_again(self, _dt: float = 0) -> None:
        now_s = time.monotonic()
        view = self._room.view(now_s, datetime.now(UTC))
        if view != self._shown:
            self._shown = view
            self._poster.show(self._layout.poster(view))
        self._poster.light(self._highlight.lit(now_s))
