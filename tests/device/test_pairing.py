"""Pairing on a booted box: its own units, users and broker; the new box is outside."""

import shutil
import threading
from collections.abc import Iterator
from itertools import groupby, product
from pathlib import Path
from queue import SimpleQueue

import pytest
from device_box import DeviceBox, seconds_until
from links import status_of

from pairing.box import Paired, pair
from pairing.code import LETTERS
from pairing.finding import PORT
from pairing.screen import large
from runtime.settings.devices import Account
from runtime.settings.model import Broker
from trust import certificates, files, keys
from wire.link import Link

HUB = "/var/lib/beurt-authority"
UNITS = ("beurt-pairing.service", "beurt-accounts.service", "beurt-accounts.path")
SYSTEMD = Path(__file__).parents[2] / "systemd"
CODE, DEVICE = "ABCDEF", "display-2"
ORDER = """
import sys
from pairing.control import ask
from pairing.messages import Order
state = ask(Order(asked=sys.argv[1], code=sys.argv[2], device=sys.argv[3]))
print(state.is_open, state.waiting, state.outcome)
"""


@pytest.fixture(scope="module")
def hub(box: DeviceBox) -> Iterator[DeviceBox]:
    """The box as the hub of a branch with other boxes."""
    shutil.copytree(box.path("/srv/authority"), box.path(HUB), dirs_exist_ok=True)
    box.run("chown", "--recursive", "beurt-authority:beurt-authority", HUB)
    for unit in UNITS:
        shutil.copyfile(SYSTEMD / unit, box.path(f"/etc/systemd/system/{unit}"))
    box.run("systemctl", "daemon-reload")
    box.run("systemctl", "start", "beurt-pairing.service", "beurt-accounts.path")
    yield box
    box.run("systemctl", "stop", "beurt-pairing.service", "beurt-accounts.path", "nftables.service")
    box.run("systemctl", "reset-failed")


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
    assert told.get(timeout=30) == keys.fingerprint(certificates.load(hub.path("/etc/beurt/broker.crt"))[0])
    assert order(hub, "pair", CODE, DEVICE) == "False 0 paired"
    paired = papers.get(timeout=30)
    secret = hub.path(f"/etc/beurt/secrets/{DEVICE}")
    seconds_until(lambda: secret.read_text().strip() == paired.given.password)
    seconds_until(lambda: hub.unit("beurt-accounts.service", "ActiveState") == "inactive")
    assert hub.unit("beurt-accounts.service", "Result") == "success", hub.journal("--unit=beurt-accounts")
    link = link_of(paired, tmp_path)
    link.start()
    try:
        assert link.wait_connected(60)
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
    seconds_until(lambda: hub.unit("new-box.service", "SubState") in {"exited", "failed"}, 120)
    assert hub.unit("new-box.service", "Result") == "success", hub.journal("--unit=new-box")
    assert hub.path("/srv/new/beurt/box.toml").read_text() == f'devices = ["{DEVICE}"]\n'
    assert hub.path("/srv/new/beurt/branch.toml").read_text() == hub.path("/etc/beurt/branch.toml").read_text()
    assert f"Gekoppeld als {DEVICE}" in screen.read_text()
    hub.run("systemctl", "stop", "new-box.service")
    if not has_screen:
        screen.unlink()


def read_code(text: str) -> str:
    """The two halves of a code in large letters on a text screen."""
    rows = [row.removeprefix("  ") for row in text.splitlines()]
    blocks = [list(some) for is_block, some in groupby(rows, key=is_of_blocks) if is_block]
    assert len(blocks) == 2, text
    return "".join(read_half(tuple(block)) for block in blocks)


def is_of_blocks(row: str) -> bool:
    return bool(row) and set(row) <= set(" \u2588\u2580\u2584")


def read_half(block: tuple[str, ...]) -> str:
    """Three letters, found by their widths and then by their looks."""
    seen = widths(block)
    near = [[letter for letter in LETTERS if abs(widths(large(letter))[0] - width) <= 1] for width in seen]
    [half] = [half for half in map("".join, product(*near)) if large(half) == block]
    return half


def widths(block: tuple[str, ...]) -> list[int]:
    """How wide each letter is; between two there is a gap of some columns."""
    inked = [any(row[at : at + 1].strip() for row in block) for at in range(max(map(len, block)))]
    runs = [(is_inked, len(list(some))) for is_inked, some in groupby(inked)]
    return [length for is_inked, length in runs if is_inked]


@pytest.mark.parametrize("user", ["beurt-kiosk", "beurt-display", "beurt-hub"])
def test_no_other_program_gives_orders(hub: DeviceBox, user: str) -> None:
    assert order(hub, "open", user=user).startswith("no answer")
    assert order(hub, "state") == "False 0"


def test_nothing_listens_while_nobody_pairs(hub: DeviceBox) -> None:
    assert (
        hub.run("ss", "--no-header", "--listening", "--tcp", "--udp", "--numeric", "sport", "=", f":{PORT}").stdout
        == ""
    )
