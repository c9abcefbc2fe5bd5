"""Whether the compositor still answers: what it no longer shows looks well from inside.

Wayland only; under X there is nobody between the program and the screen. The question is `wl_display.sync` on a
line of its own, as the Wayland protocol has it: two words of head, and the number under which the answer comes.
"""

import os
import socket
import struct
import time
from pathlib import Path
from typing import Final, Self

_DISPLAY: Final = 1
_ANSWER: Final = 2
_HEAD_BYTES: Final = 8
_HELD_BYTES: Final = 4096
_QUESTION: Final = struct.pack("=III", _DISPLAY, 12 << 16, _ANSWER)
_ASK_EVERY_S: Final = 0.5
_SILENCE_S: Final = 1.0
_HANG_S: Final = 4.0


class Compositor:
    """Asked again and again without ever waiting for it; without an address it always answers."""

    def __init__(self, address: Path | None) -> None:
        self._address = address
        self._line: socket.socket | None = None
        self._held: socket.socket | None = None
        self._asked_s = self._answered_s = -float("inf")

    @classmethod
    def of_this_screen(cls) -> Self:
        """The one that this program draws on."""
        name = os.environ.get("WAYLAND_DISPLAY")
        if os.environ.get("DISPLAY") or not name:
            return cls(None)
        return cls(Path(os.environ.get("XDG_RUNTIME_DIR", "/run"), name))

    def is_answering(self) -> bool:
        """Whether it answered just now; to be called a few times a second."""
        if self._address is None:
            return True
        if self.has_gone:
            return False
        now_s = time.monotonic()
        if self._line is not None and self._has_answered(self._line):
            self._answered_s = now_s
            self._keep(self._line)
        if self._line is None and now_s - self._asked_s >= _ASK_EVERY_S:
            self._asked_s = now_s
            self._ask(str(self._address))
        return now_s - self._answered_s < _SILENCE_S

    @property
    def hangs(self) -> bool:
        """Whether it owes an answer for so long that it will not come, or is no longer the one that answered first."""
        return self.has_gone or (self._line is not None and time.monotonic() - self._asked_s > _HANG_S)

    @property
    def has_gone(self) -> bool:
        """Whether the one that answered first has ended: what it showed nobody sees, though another may answer now."""
        if self._held is None:
            return False
        try:
            return self._held.recv(_HELD_BYTES) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    def close(self) -> None:
        """Wait for no answer any more."""
        for line in (self._line, self._held):
            if line is not None:
                line.close()
        self._line = self._held = None

    def _keep(self, line: socket.socket) -> None:
        """The first line stays, to see when its other end goes."""
        if self._held is None:
            self._held = line
        else:
            line.close()
        self._line = None

    def _ask(self, address: str) -> None:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
        line.settimeout(0)
        try:
            line.connect(address)
            line.send(_QUESTION)
        except OSError:
            line.close()
        else:
            self._line = line

    def _has_answered(self, line: socket.socket) -> bool:
        try:
            heard = line.recv(_HEAD_BYTES)
        except BlockingIOError:
            return False
        except OSError:
            heard = b""
        if not heard:
            line.close()
            self._line = None
        return len(heard) == _HEAD_BYTES
