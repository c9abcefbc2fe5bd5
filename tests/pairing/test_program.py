"""From an empty box to one that talks with the broker, and out again: real TLS, a real broker with its real files."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from box_broker import BoxBroker
from links import PATIENCE_S, status_of
from pairing_hub import NewBox, obedient
from pairing_hub import PairingHub as Hub

from pairing import control
from pairing.desk import Desk
from pairing.door import Door
from pairing.messages import Order
from pairing.program import become
from pairing.screen import Screen
from runtime.settings.load import load
from trust import branch, files
from trust.program import ARRIVED, accounts
from wire.link import Link

pytestmark = pytest.mark.timeout(120)


class Branch(Hub):
    """A hub's box with its broker; whoever is paired or taken out comes to the broker as on a box."""

    def __init__(self, broker: BoxBroker) -> None:
        self.broker = broker
        etc = broker.root / "etc/beurt"
        text = broker.branch.read_text().replace("/etc/beurt/", "").replace('socket = "/run/mosquitto/beurt.sock"', "")
        self.config = etc / "as-given.toml"
        self.config.write_text(text.replace("[broker]", '[broker]\nhost = "127.0.0.1"'))
        desk = Desk(self.config, broker.credentials.authority, etc, self._arrive)
        super().__init__(etc, desk, Door(desk, etc, "127.0.0.1", 0), {})

    @property
    def etc(self) -> Path:
        return self.folder

    def _arrive(self, device: str, password: str) -> None:
        files.write(self.folder / "authority" / ARRIVED / device, password.encode(), files.OWNER_ONLY)

    def take_over(self) -> None:
        """What systemd does when a password arrived."""
        assert accounts(self.config, self.folder / "authority", self.folder) == 0
        self.broker.make_files()
        self.broker.reload()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Branch]:
    broker = BoxBroker(tmp_path)
    branch.publish(broker.credentials.authority, broker.root / "etc/beurt")
    broker.make_files()
    broker.start()
    made = Branch(broker)
    yield made
    made.desk.close()
    assert made.door.wait_until_shut(20)
    broker.stop()


def link_of(etc: Path, device: str) -> Link:
    settings = load(etc / "branch.toml")
    return Link(
        settings.broker,
        device,
        settings.branch.id,
        status=lambda: status_of(device),
        offline=status_of(device, "offline"),
    )


def paired(hub: Branch) -> NewBox:
    hub.open()
    box = hub.box("ABCDEF")
    hub.waits(1)
    assert hub.desk.pair("ABCDEF", "kiosk-1") == "paired"
    assert box.end() == "kiosk-1"
    hub.take_over()
    return box


def test_a_paired_box_logs_in_at_the_broker_until_it_is_taken_out(hub: Branch) -> None:
    box = paired(hub)
    link = link_of(box.etc, "kiosk-1")
    link.start()
    try:
        assert link.wait_connected(PATIENCE_S)
        assert hub.desk.revoke("kiosk-1") == "revoked"
        hub.take_over()
        end_s = time.monotonic() + PATIENCE_S
        while link.is_connected and time.monotonic() < end_s:
            time.sleep(0.05)
        assert not link.is_connected
        assert not link.wait_connected(3)
    finally:
        link.stop()
    assert "revoked" in hub.broker.log or "verify failed" in hub.broker.log or "not authorised" in hub.broker.log


def test_a_box_that_was_that_device_before_is_out_once_another_is_paired(hub: Branch) -> None:
    first = paired(hub)
    old = link_of(first.etc, "kiosk-1")
    old.start()
    try:
        assert old.wait_connected(PATIENCE_S)
        hub.open()
        second = hub.box("WXYABC", "second")
        hub.waits(1)
        assert hub.desk.pair("WXYABC", "kiosk-1") == "paired"
        assert second.end() == "kiosk-1"
        hub.take_over()
        end_s = time.monotonic() + PATIENCE_S
        while old.is_connected and time.monotonic() < end_s:
            time.sleep(0.05)
        new = link_of(second.etc, "kiosk-1")
        new.start()
        assert new.wait_connected(PATIENCE_S)
        assert not old.is_connected
        new.stop()
    finally:
        old.stop()


def test_the_box_shows_code_and_fingerprint_and_then_what_it_became(hub: Branch, tmp_path: Path) -> None:
    import threading

    hub.open()
    tty = tmp_path / "tty"
    tty.touch()
    screen = _Seen(tty=tty)
    got: list[str] = []
    thread = threading.Thread(
        target=lambda: got.append(become(tmp_path / "box", screen, "127.0.0.1", port=hub.door.port)), daemon=True
    )
    thread.start()
    hub.waits(1)
    place = tmp_path / "pairing.sock"
    with obedient(hub, place):
        state = control.ask(Order(asked="pair", code=screen.last, device="display-1"), place)
    thread.join(PATIENCE_S)
    assert (state.outcome, got) == ("paired", ["display-1"])
    assert " ".join(state.fingerprint.split()[:4]) in tty.read_text()


class _Seen(Screen):
    """A screen whose code can be read."""

    last = ""

    def code(self, code: str, fingerprint: str = "", trouble: str = "") -> None:
        self.last = code
        super().code(code, fingerprint, trouble)
