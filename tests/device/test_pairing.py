"""Pairing on a booted box: its own units, users and broker; the new box is outside."""

import threading
from pathlib import Path
from queue import SimpleQueue

import pytest
from block_letters import read_code
from device_box import PATIENCE_S, DeviceBox, seconds_until
from links import status_of

from pairing.box import Paired, pair
from pairing.finding import PORT
from runtime.settings.devices import Account
from runtime.settings.model import Broker
from trust import certificates, files, keys
from wire.link import Link

UNITS = ("beurt-pairing.service", "beurt-accounts.path")
CODE, DEVICE = "ABCDEF", "display-2"
ORDER = """
import sys
from pairing.control import ask
from pairing.messages import Order
state = ask(Order(asked=sys.argv[1], code=sys.argv[2], device=sys.argv[3]))
print(state.is_open, state.waiting, state.outcome)
"""


@pytest.fixture(scope="module")
def hub(box: DeviceBox) -> DeviceBox:
    """The box as the hub of a branch with other boxes."""
    for unit in UNITS:
        seconds_until(lambda unit=unit: box.unit(unit, "ActiveState") == "active")  # type: ignore[misc]
    return box


def order(box: DeviceBox, asked: str, code: str = "", device: str = "", user: str = "beurt-console") -> str:
    python = ("/opt/beurt/current/bin/python", "-c", ORDER, asked, code, device)
    done = box.run("runuser", "-u", user, "-g", user, "-G", "beurt", "--", *python, check=False)
    return done.stdout.strip() or f"no answer: {done.stderr[-300:]}"


def test_a_new_box_is_paired_and_logs_in_until_it_is_taken_out(hub: DeviceBox, tmp_path: Path) -> None:
    seconds_until(lambda: order(hub, "state") == "False 0")
    assert order(hub, "open") == "True 0"
    papers: SimpleQueue[Paired] = SimpleQueue()
    told: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=pair, args=("127.0.0.1", CODE, told.put, papers.put, PORT), daemon=True).start()
    seconds_until(lambda: order(hub, "state") == "True 1")
    assert told.get(timeout=PATIENCE_S) == keys.fingerprint(certificates.load(hub.path("/etc/beurt/broker.crt"))[0])
    assert order(hub, "pair", CODE, DEVICE) == "False 0 paired"
    paired = papers.get(timeout=PATIENCE_S)
    secret = hub.path(f"/etc/beurt/secrets/{DEVICE}")
    seconds_until(lambda: secret.read_text().strip() == paired.given.password)
    seconds_until(lambda: hub.unit("beurt-accounts.service", "ActiveState") == "inactive")
    assert hub.unit("beurt-accounts.service", "Result") == "success", hub.journal("--unit=beurt-accounts")
    link = link_of(paired, tmp_path)
    link.start()
    try:
        assert link.wait_connected(PATIENCE_S)
        assert order(hub, "revoke", device=DEVICE) == "False 0 revoked"
        seconds_until(lambda: not link.is_connected)
        assert not link.wait_connected(3)
    finally:
        link.stop()


def link_of(paired: Paired, folder: Path) -> Link:
    given = paired.given
    files.write(folder / "ca.crt", given.authority.encode())
    files.write(folder / "password", given.password.encode())
    keys.write(folder / f"devices/{DEVICE}.key", paired.key)
    certificates.write(folder / f"devices/{DEVICE}.crt", *paired.chain)
    accounts = {DEVICE: Account(password_file=folder / "password")}
    broker = Broker(host="127.0.0.1", port=8883, tls_ca=folder / "ca.crt", accounts=accounts)
    return Link(broker, DEVICE, "proef", status=lambda: status_of(DEVICE), offline=status_of(DEVICE, "offline"))


def test_a_new_box_shows_a_code_and_becomes_what_it_is_paired_as(hub: DeviceBox) -> None:
    """The box itself plays the new one too, with a folder of its own; its text screen is a file."""
    screen = hub.path("/dev/tty1")
    has_screen = screen.exists()
    if not has_screen:
        screen.touch()
    assert order(hub, "open") == "True 0"
    new = ("/usr/local/bin/beurt", "pairing", "box", "--hub", "127.0.0.1", "--etc", "/srv/new/beurt")
    hub.run("systemd-run", "--unit=new-box", "--property=RemainAfterExit=yes", *new)
    seconds_until(lambda: order(hub, "state") == "True 1")
    assert order(hub, "pair", read_code(screen.read_text()), DEVICE) == "False 0 paired"
    seconds_until(lambda: hub.unit("new-box.service", "SubState") in {"exited", "failed"})
    assert hub.unit("new-box.service", "Result") == "success", hub.journal("--unit=new-box")
    assert hub.path("/srv/new/beurt/box.toml").read_text() == f'devices = ["{DEVICE}"]\n'
    assert hub.path("/srv/new/beurt/branch.toml").read_text() == hub.path("/etc/beurt/branch.toml").read_text()
    assert f"Gekoppeld als {DEVICE}" in screen.read_text()
    hub.run("systemctl", "stop", "new-box.service")
    if not has_screen:
        screen.unlink()


@pytest.mark.parametrize("user", ["beurt-kiosk", "beurt-display", "beurt-hub"])
def test_no_other_program_gives_orders(hub: DeviceBox, user: str) -> None:
    assert order(hub, "open", user=user).startswith("no answer")
    assert order(hub, "state") == "False 0"


def test_nothing_listens_while_nobody_pairs(hub: DeviceBox) -> None:
    assert (
        hub.run("ss", "--no-header", "--listening", "--tcp", "--udp", "--numeric", "sport", "=", f":{PORT}").stdout
        == ""
    )
