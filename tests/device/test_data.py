"""What must outlive a restart, put on a partition of its own by the box's units; the partition is in memory here."""

from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from boxes import DEVICES, settings
from device_box import DeviceBox

from firmware_config.box import Box
from firmware_config.rendering import DATA_PLACES, mount_unit, render

FILES = render(Box(settings(), DEVICES, has_data_partition=True))
UNITS = PurePosixPath("etc/systemd/system")
COPYING, PARTITION = "beurt-data.service", "data.mount"
OTHER = "[Mount]\nWhat=tmpfs\nWhere=/data\nType=tmpfs\n"
UNUSED = ("/var/backups/beurt", "/var/lib/systemd/timesync")
"""Places in which no program of the box has a file open."""


@pytest.fixture(scope="module")
def partition(box: DeviceBox) -> Iterator[DeviceBox]:
    """The box with a data partition, onto which everything was copied."""
    mounts = [mount_unit(place) for place in UNUSED]
    for name in (COPYING, *mounts):
        box.path(f"/run/systemd/system/{name}").write_text(FILES[UNITS / name].text)
    box.path(f"/run/systemd/system/{PARTITION}").write_text(OTHER)
    box.path("/etc/beurt/data.conf").write_text(FILES[PurePosixPath("etc/beurt/data.conf")].text)
    box.run("systemctl", "daemon-reload")
    box.run("systemctl", "start", COPYING)
    yield box
    box.run("systemctl", "stop", *mounts, COPYING, PARTITION)
    for name in (COPYING, PARTITION, *mounts):
        box.path(f"/run/systemd/system/{name}").unlink()
    box.path("/etc/beurt/data.conf").unlink()
    box.run("systemctl", "daemon-reload")


def test_the_data_is_copied_with_its_owners_and_modes(partition: DeviceBox) -> None:
    files = "var/lib/beurt etc/beurt/secrets/hub-1 etc/mosquitto/beurt.passwd var/backups/beurt var/lib/beurt-authority"
    looks = [f"cd {root} && stat --format='%a %U:%G %n' {files}" for root in ("/", "/data")]
    here, there = (partition.run("sh", "-c", look).stdout for look in looks)
    assert "640 root:beurt-hub etc/beurt/secrets/hub-1" in here
    assert there == here


def test_every_place_is_on_the_partition(partition: DeviceBox) -> None:
    places = [f"/data{place}" for place in DATA_PLACES]
    kinds = partition.run("stat", "--file-system", "--format=%T", *places).stdout.split()
    assert kinds == ["tmpfs"] * len(DATA_PLACES)


def test_a_place_is_used_from_there(partition: DeviceBox) -> None:
    before = partition.run("ls", UNUSED[0]).stdout
    for place in UNUSED:
        partition.run("systemctl", "start", mount_unit(place))
        assert partition.run("findmnt", "--noheadings", "--output=SOURCE", place).stdout.strip() == f"tmpfs[{place}]"
    assert partition.run("ls", UNUSED[0]).stdout == before


def test_what_is_on_the_partition_already_is_not_overwritten(partition: DeviceBox) -> None:
    partition.path("/data/etc/beurt/box.toml").write_text("# later\n")
    partition.run("systemctl", "restart", COPYING)
    assert partition.path("/data/etc/beurt/box.toml").read_text() == "# later\n"


def test_the_mounts_are_such_as_systemd_understands(partition: DeviceBox) -> None:
    partition.path(f"/srv/{PARTITION}").write_text(FILES[UNITS / PARTITION].text)
    done = partition.run("systemd-analyze", "verify", f"/srv/{PARTITION}", COPYING, *map(mount_unit, UNUSED))
    assert done.stdout + done.stderr == ""
