"""Is there a headset? Watches the jack's switch and the sound card of a headset on USB."""

import logging
import select
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.events import Event, HeadsetChanged
from kiosk.speech.card import CARDS, Card
from kiosk.speech.jack import AskKernel, Jack, ask_kernel

DEVICES: Final = Path("/dev/input")
LOOK_S: Final = 0.25
STOPS_WITHIN_S: Final = 1.0

log = logging.getLogger(__name__)


class HeadsetWatch:
    """Tells on a thread of its own when a headset goes in or out; what was there from the start is only in `is_in`.

    So a handset that is always plugged in never wakes the kiosk, and yet is spoken to. `device` is the headset's by its
    ALSA name, where it has a sound card of its own.
    """

    def __init__(
        self,
        device: str | None,
        tell: Callable[[Event], None],
        *,
        devices: Path = DEVICES,
        cards: Path = CARDS,
        ask: AskKernel = ask_kernel,
    ) -> None:
        self._tell = tell
        self._devices = devices
        self._ask = ask
        self._card = Card(device, cards)
        self._jacks: dict[Path, Jack] = {}
        self._known: set[Path] = set()
        self._is_said = False
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="headset", daemon=True)
        self.is_in = False

    def start(self) -> None:
        """Look once, so that `is_in` is true or not, and begin."""
        self.is_in = self._look()
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(STOPS_WITHIN_S)
        for path in tuple(self._jacks):
            self._jacks.pop(path).close()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wait()
            is_in = self._look()
            if is_in != self.is_in and not self._stopping.is_set():
                self.is_in = is_in
                log.info("The headset is %s", "in" if is_in else "out")
                self._tell(HeadsetChanged(is_in))

    def _wait(self) -> None:
        """Until a jack has something to say, or it is time to look at all."""
        if not self._jacks:
            self._stopping.wait(LOOK_S)
            return
        by_descriptor = {jack.descriptor: path for path, jack in self._jacks.items()}
        for descriptor in select.select(list(by_descriptor), [], [], LOOK_S)[0]:
            path = by_descriptor[descriptor]
            try:
                self._jacks[path].read()
            except OSError:
                self._jacks.pop(path).close()

    def _look(self) -> bool:
        # A device that is only just there may have its rights a moment later: what failed is tried again.
        self._known = {path for path in self._devices.glob("event*") if path in self._known or self._open(path)}
        return self._card.is_in or any(jack.is_in for jack in self._jacks.values())

    def _open(self, path: Path) -> bool:
        try:
            jack = Jack(path, self._ask)
        except OSError as fault:
            if not self._is_said:
                log.warning("A plug in the jack is not noticed, as %s (the group input may read it)", fault)
            self._is_said = True
            return False
        if jack.has_switch:
            self._jacks[path] = jack
        else:
            jack.close()
        return True
