"""The files of the box that runs: who owns them, and whether the system took them as they are meant."""

import pytest
from device_box import DeviceBox

OWNED = {
    "/etc/mosquitto/beurt.acl": "600 mosquitto:mosquitto",
    "/etc/mosquitto/beurt.passwd": "600 mosquitto:mosquitto",
    "/etc/beurt/broker.key": "640 root:mosquitto",
    "/etc/beurt/console.key": "640 root:beurt-console",
    "/etc/beurt/branch.toml": "640 root:beurt",
    "/etc/beurt/secrets": "750 root:beurt",
    "/etc/beurt/secrets/hub-1": "640 root:beurt-hub",
    "/etc/beurt/secrets/kiosk-1": "640 root:beurt-kiosk",
    "/etc/beurt/secrets/staff.argon2": "640 root:beurt-console",
    "/etc/beurt/secrets/monitor": "640 root:beurt-health",
    "/etc/beurt/secrets/broker-watch": "640 root:mosquitto",
    "/etc/beurt/devices/kiosk-1.key": "640 root:beurt-kiosk",
    "/run/beurt": "3770 root:beurt",
    "/var/backups/beurt": "2710 beurt-hub:beurt-health",
}
USERS = ("beurt-hub", "beurt-console", "beurt-kiosk", "beurt-display", "beurt-health", "beurt-authority")
SECRETS = ("/etc/beurt/secrets/hub-1", "/etc/beurt/secrets/staff.argon2", "/etc/beurt/console.key")


def reads(box: DeviceBox, user: str, path: str) -> bool:
    groups = "--init-groups", "--no-new-privs"
    return (
        box.run("setpriv", f"--reuid={user}", f"--regid={user}", *groups, "test", "-r", path, check=False).returncode
        == 0
    )


@pytest.mark.parametrize(("path", "owner"), OWNED.items())
def test_each_file_has_its_owner_and_its_mode(box: DeviceBox, path: str, owner: str) -> None:
    assert box.run("stat", "--format=%a %U:%G", path).stdout.strip() == owner


@pytest.mark.parametrize("user", USERS)
def test_no_program_reads_anothers_secrets(box: DeviceBox, user: str) -> None:
    own = {"beurt-hub": SECRETS[:1], "beurt-console": SECRETS[1:]}.get(user, ())
    assert {path for path in SECRETS if reads(box, user, path)} == set(own)


@pytest.mark.parametrize("user", USERS)
def test_nobody_can_log_in_as_a_program(box: DeviceBox, user: str) -> None:
    assert box.run("getent", "passwd", user).stdout.strip().endswith("/usr/sbin/nologin")


def test_the_firewall_is_up_and_drops_what_it_does_not_know(box: DeviceBox) -> None:
    rules = box.run("nft", "list", "table", "inet", "beurt").stdout
    assert rules.count("policy drop;") == 2
    assert "tcp dport 8883 accept" in rules


def test_making_the_files_again_changes_nothing(box: DeviceBox) -> None:
    told = box.run("beurt", "firmware", "--root", "/", "--diff").stdout
    # In a box without a graphics card the screens have other names.
    assert {line for line in told.splitlines() if line.startswith("--- ")} <= {"--- /etc/beurt-screens/rc.xml"}


def test_the_system_understood_every_setting(box: DeviceBox) -> None:
    said = box.journal("--boot").splitlines()
    faults = ("Unknown key", "Unknown lvalue", "Unknown section", "Failed to parse", "Invalid ")
    assert [line for line in said if any(fault in line for fault in faults) and "/usr/lib/" not in line] == []


def test_usbguard_waits_until_it_is_chosen(box: DeviceBox) -> None:
    assert box.unit("usbguard.service", "ActiveState") == "inactive"
    assert box.unit("usbguard.service", "ConditionResult") == "no"
