"""The hub's side of pairing on this computer, and new boxes that come to it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from pairing import control
from pairing.box import NotPaired, Paired, pair
from pairing.desk import Desk
from pairing.door import Door
from pairing.program import obey
from pairing.settling import adopt, keep
from runtime.settings.load import load
from trust.authority import Authority
from trust.renewal import Box

PATIENCE_S = 30.0
BRANCH = """
[branch]
id = "hengelo"
name = "Bibliotheek Hengelo"
[broker]
host = "localhost"
tls_ca = "ca.crt"
[broker.accounts.hub-1]
password_file = "secrets/hub-1"
[broker.accounts.kiosk-1]
password_file = "secrets/kiosk-1"
[broker.accounts.display-1]
password_file = "secrets/display-1"
[service]
pin_file = "secrets/service.argon2"
[[kiosks]]
device = "kiosk-1"
[[kiosks]]
device = "kiosk-2"
[[displays]]
device = "display-1"
"""


@dataclass
class PairingHub:
    """The box with the hub: its files, its desk and its door."""

    folder: Path
    desk: Desk
    door: Door
    passwords: dict[str, str]

    @property
    def etc(self) -> Path:
        return self.folder / "etc"

    @property
    def authority(self) -> Authority:
        return Authority.load(self.folder / "authority")

    def open(self) -> None:
        self.desk.open()
        self.door.open()

    def waits(self, boxes: int) -> None:
        """Until so many boxes show a code."""
        end_s = time.monotonic() + PATIENCE_S
        while self.desk.state().waiting != boxes:
            assert time.monotonic() < end_s, self.desk.state()
            time.sleep(0.02)

    def box(self, code: str, name: str = "box", port: int = 0) -> "NewBox":
        """A new box that shows this code; it waits at the door."""
        made = NewBox(code, self.folder / name, port or self.door.port)
        made.thread.start()
        return made


@dataclass
class NewBox:
    """A box without settings."""

    code: str
    etc: Path
    port: int
    seen: SimpleQueue[str] = field(default_factory=SimpleQueue)
    ended: SimpleQueue[str] = field(default_factory=SimpleQueue)
    thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self._run, daemon=True)

    def end(self) -> str:
        """Its device, or why there is none."""
        return self.ended.get(timeout=PATIENCE_S)

    def _run(self) -> None:
        try:
            paired = pair("127.0.0.1", self.code, self.seen.put, self._take, self.port)
            adopt(paired, self.etc)
            self.ended.put(paired.given.device)
        except NotPaired as fault:
            self.ended.put(f"not paired: {fault}")

    def _take(self, paired: Paired) -> None:
        keep(paired, self.etc)


def make_hub(folder: Path) -> PairingHub:
    """A hub with its authority and its certificates."""
    etc, passwords = folder / "etc", dict[str, str]()
    (etc / "secrets").mkdir(parents=True)
    (etc / "branch.toml").write_text(BRANCH)
    box = Box(load(etc / "branch.toml"), ("hub-1",), etc, folder / "authority", _tell=lambda _text: None)
    box.enrol(folder / "no-card")
    desk = Desk(etc / "branch.toml", Authority.load(folder / "authority"), etc, passwords.__setitem__)
    return PairingHub(folder, desk, Door(desk, etc, "127.0.0.1", 0), passwords)


@contextmanager
def obedient(hub: PairingHub, place: Path) -> Iterator[None]:
    """The hub's side obeys whoever comes to a socket."""
    door = control.opened(place)
    thread = threading.Thread(target=control.serve, args=(lambda order: obey(hub.desk, hub.door, order), door))
    thread.start()
    yield
    door.shutdown(socket.SHUT_RDWR)
    door.close()
    thread.join(20)
    place.unlink()
