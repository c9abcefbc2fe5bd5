"""The files of every kind of box, judged by the tools of Debian 12 and of Debian 13."""

import os
from pathlib import Path, PurePosixPath

import pytest
from boxes import every_kind
from checkers import NFT, UDEVADM, USBGUARD, Debian

from firmware_config.box import Box
from firmware_config.rendering import RenderedFile, render

DEBIANS = {"trixie": Debian(Path(os.environ["DEVICE_ROOT"])), "bookworm": Debian(Path(os.environ["DEVICE_BOOKWORM"]))}
BOXES = every_kind()

every_box = pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
every_debian = pytest.mark.parametrize("debian", DEBIANS.values(), ids=DEBIANS)


@every_debian
@every_box
def test_the_firewall_is_understood(box: Box, debian: Debian) -> None:
    assert debian.has(NFT)
    assert debian.firewall_faults(render(box)) == ""


@every_debian
def test_a_fault_in_the_firewall_is_seen(debian: Debian) -> None:
    files = {PurePosixPath("etc/nftables.conf"): RenderedFile("table inet queue {\n}\n")}
    assert "syntax error" in debian.firewall_faults(files)


@every_box
def test_the_rules_for_devices_are_understood(box: Box) -> None:
    # The udevadm of Debian 12 cannot verify.
    assert DEBIANS["trixie"].can_verify_rules()
    assert DEBIANS["trixie"].rule_faults(render(box)) == ""


def test_a_fault_in_a_rule_is_seen() -> None:
    assert DEBIANS["bookworm"].has(UDEVADM)
    files = {PurePosixPath("etc/udev/rules.d/70-x.rules"): RenderedFile('SUBSYSTEM="usb", MODE="0660"\n')}
    assert "Invalid operator" in DEBIANS["trixie"].rule_faults(files)


@every_debian
def test_the_rules_of_usbguard_are_understood(debian: Debian) -> None:
    assert debian.has(USBGUARD)
    assert debian.usb_faults(render(BOXES["all in one, and guarded"])) == ""


@every_debian
def test_a_fault_in_a_rule_of_usbguard_is_seen(debian: Debian) -> None:
    assert debian.usb_faults({PurePosixPath("etc/usbguard/rules.d/90-beurt.conf"): RenderedFile("allow whatever\n")})


@every_debian
@every_box
def test_the_users_are_made_by_systemd(box: Box, debian: Debian) -> None:
    assert debian.user_faults(render(box)) == ""


@every_debian
@pytest.mark.parametrize("box", [box for box in BOXES.values() if box.has_hub])
def test_the_broker_starts_without_a_word_of_warning(box: Box, debian: Debian) -> None:
    assert debian.broker_faults(render(box)) == ""


@every_debian
def test_a_fault_in_the_brokers_file_is_seen(debian: Debian) -> None:
    files = render(BOXES["all in one"])
    path = PurePosixPath("etc/mosquitto/conf.d/beurt.conf")
    files[path] = RenderedFile(f"{files[path].text}\nno_such_setting true\n")
    assert "no_such_setting" in debian.broker_faults(files)
