"""What must outlive a restart, put on a partition of its own by the very lines of the unit, apart from the box."""

from pathlib import PurePosixPath

from boxes import DEVICES, settings
from device_box import DeviceBox

from firmware_config.box import Box
from firmware_config.rendering import DATA_PLACES, render

FILES = render(Box(settings(), DEVICES, has_data_partition=True))
UNIT = FILES[PurePosixPath("etc/systemd/system/beurt-data.service")].text
FOLDERS = FILES[PurePosixPath("etc/beurt/data.conf")].text
STEPS = [line.removeprefix("ExecStart=") for line in UNIT.splitlines() if line.startswith("ExecStart=")]


def apart(box: DeviceBox, *lines: str) -> str:
    """What commands say, in mounts of their own, with an empty data partition."""
    box.path("/srv/data.conf").write_text(FOLDERS)
    steps = [step.replace("/etc/beurt/data.conf", "/srv/data.conf") for step in STEPS]
    script = "\n".join(["mkdir -p /data", "mount -t tmpfs tmpfs /data", *steps, *lines])
    return box.run("unshare", "--mount", "--propagation=private", "sh", "-ec", script).stdout


def test_the_data_is_copied_with_its_owners_and_modes(box: DeviceBox) -> None:
    look = "stat --format='%a %U:%G %n' /var/lib/beurt /etc/beurt/secrets/hub-1 /etc/mosquitto/beurt.passwd"
    here = box.run("sh", "-c", look).stdout
    assert "640 root:beurt-hub /etc/beurt/secrets/hub-1" in here
    assert apart(box, look) == here


def test_every_place_is_on_the_partition_and_the_system_is_not(box: DeviceBox) -> None:
    found = apart(
        box, f"stat --file-system --format=%T {' '.join(DATA_PLACES)}", "stat --file-system --format=%T /etc /var"
    )
    kinds = found.split()
    assert set(kinds[: len(DATA_PLACES)]) == {"tmpfs"}
    assert "tmpfs" not in kinds[len(DATA_PLACES) :]


def test_what_is_on_the_partition_already_is_not_overwritten(box: DeviceBox) -> None:
    again = [line.replace("/etc/beurt/data.conf", "/srv/data.conf") for line in STEPS[:1]]
    told = apart(box, "echo later >/var/lib/beurt/marker", *again, "cat /data/var/lib/beurt/marker")
    assert told.splitlines()[-1] == "later"


def test_the_mounts_are_such_as_systemd_understands(box: DeviceBox) -> None:
    for name in ("beurt-data.service", "data.mount"):
        box.path(f"/srv/{name}").write_text(FILES[PurePosixPath(f"etc/systemd/system/{name}")].text)
    done = box.run("systemd-analyze", "verify", "/srv/data.mount", "/srv/beurt-data.service")
    assert done.stdout + done.stderr == ""
