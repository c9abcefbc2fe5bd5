"""Certificates that end soon, on the hub's own box and on another, each with the rights of its units and no more."""

import shutil
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from device_box import PATIENCE_S, DeviceBox, seconds_until
from second_box import link_of
from visitors_elsewhere import VisitorsElsewhere

from runtime.settings.load import load
from trust import certificates, keys
from trust.authority import Authority
from trust.box import Wanted, wanted

ASKING, INSTALLING = "beurt-certificates.service", "beurt-certificates-install.service"
ELSEWHERE = "/srv/elsewhere"
SOON = 10
OWN = ("hub-1", "console-1", "kiosk-1", "display-1")


def let_end_soon(box: DeviceBox, etc: str, devices: tuple[str, ...]) -> None:
    """Replace certificates by ones with ten days left."""
    folder = box.path(etc)
    authority = Authority.load(box.path("/var/lib/beurt-authority"))
    for each in wanted(load(folder / "branch.toml"), devices):
        key = keys.load(folder / f"{each.file}.key").public_key()
        certificates.write(folder / f"{each.file}.crt", issued(authority, each, key))


def issued(authority: Authority, each: Wanted, key: keys.PublicKey) -> certificates.x509.Certificate:
    return authority.issue(key, each.device, "proef", names=each.names, kinds=each.kinds, days=SOON)


def renew(box: DeviceBox) -> str:
    """What the timer starts, to its end; what both halves said."""
    before = box.unit(INSTALLING, "InvocationID")
    box.run("systemctl", "start", ASKING)
    seconds_until(lambda: box.unit(INSTALLING, "InvocationID") != before)
    seconds_until(lambda: box.unit(INSTALLING, "ActiveState") in {"inactive", "failed"})
    runs = [f"_SYSTEMD_INVOCATION_ID={box.unit(unit, 'InvocationID')}" for unit in (ASKING, INSTALLING)]
    said = box.journal(*runs)
    assert box.unit(INSTALLING, "Result") == "success", said
    return said


def served(box: DeviceBox, port: int) -> bytes:
    """The certificate that a port shows, in DER; nothing where nobody answers."""
    trusting = ssl.create_default_context(cafile=box.path("/etc/beurt/ca.crt"))
    try:
        with (
            socket.create_connection(("127.0.0.1", port), 5) as line,
            trusting.wrap_socket(line, server_hostname="127.0.0.1") as safe,
        ):
            return safe.getpeercert(binary_form=True) or b""
    except OSError:
        return b""


def gets_in(box: DeviceBox, device: str) -> bool:
    """Does a box that comes now get into the broker?"""
    link = link_of(box, device)
    link.start()
    try:
        return link.wait_connected(PATIENCE_S)
    finally:
        link.stop()


def of_file(file: Path) -> bytes:
    return certificates.load(file)[0].public_bytes(certificates.Encoding.DER)


def test_the_hubs_box_renews_its_own_and_its_programs_take_them_up(box: DeviceBox, visitors: VisitorsElsewhere) -> None:
    first = int(visitors.take())
    let_end_soon(box, "/etc/beurt", OWN)
    broker, console = box.unit("mosquitto.service", "MainPID"), box.unit("beurt-console.service", "MainPID")
    said = renew(box)
    assert "made or renewed: broker, console, devices/hub-1, devices/console-1" in said
    for name, port in (("broker", 8883), ("console", 8443)):
        file = box.path(f"/etc/beurt/{name}.crt")
        seconds_until(lambda file=file, port=port: served(box, port) == of_file(file))  # type: ignore[misc]
    assert box.unit("mosquitto.service", "MainPID") == broker
    assert box.unit("beurt-console.service", "MainPID") != console
    assert int(visitors.take()) == first + 1
    assert gets_in(box, "display-2")
    assert "made or renewed: none, all are good" in renew(box)


def test_who_asks_for_certificates_owns_none(box: DeviceBox) -> None:
    names = ("ca.crt", "revoked.crl", "broker.key", "console.crt", "devices/kiosk-1.key")
    owners = box.run("stat", "--format=%a %U:%G", *(f"/etc/beurt/{name}" for name in names)).stdout.splitlines()
    assert owners == [*["644 root:root"] * 2, "640 root:mosquitto", "644 root:root", "640 root:beurt-kiosk"]


@pytest.fixture
def elsewhere(box: DeviceBox) -> Iterator[str]:
    """The settings of the box with kiosk-2, which both units see in the place of this box's own."""
    folder, second = box.path(ELSEWHERE), box.path("/srv/second-box")
    shutil.copytree(second / "devices", folder / "devices")
    shutil.copyfile(second / "ca.crt", folder / "ca.crt")
    shutil.copyfile(box.path("/etc/beurt/branch.toml"), folder / "branch.toml")
    (folder / "box.toml").write_text('devices = ["kiosk-2"]\n')
    box.run("chown", "root:beurt-kiosk", f"{ELSEWHERE}/devices/kiosk-2.key")
    box.run("chmod", "640", f"{ELSEWHERE}/devices/kiosk-2.key")
    for unit, how in ((ASKING, "BindReadOnlyPaths"), (INSTALLING, "BindPaths")):
        drop_in = box.path(f"/run/systemd/system/{unit}.d/elsewhere.conf")
        drop_in.parent.mkdir(parents=True)
        drop_in.write_text(f"[Service]\n{how}={ELSEWHERE}:/etc/beurt\n")
    box.run("systemctl", "daemon-reload")
    yield ELSEWHERE
    for unit in (ASKING, INSTALLING):
        shutil.rmtree(box.path(f"/run/systemd/system/{unit}.d"))
    box.run("systemctl", "daemon-reload")


def test_another_box_asks_the_hub_without_a_right_and_a_second_program_puts_it_in_place(
    box: DeviceBox, elsewhere: str
) -> None:
    let_end_soon(box, elsewhere, ("kiosk-2",))
    before = of_file(box.path(f"{elsewhere}/devices/kiosk-2.crt"))
    said = renew(box)
    assert "fetched: devices/kiosk-2" in said
    assert "made or renewed: devices/kiosk-2" in said
    after = box.path(f"{elsewhere}/devices/kiosk-2.crt")
    assert of_file(after) != before
    assert box.run("stat", "--format=%U", "/run/beurt-trust/devices/kiosk-2.crt").stdout == "beurt-trust\n"
    assert box.run("stat", "--format=%a %U", f"{elsewhere}/devices/kiosk-2.crt").stdout == "644 root\n"
