from pathlib import PurePosixPath

from doctor.mounts import of, parse

MOUNTS = """\
22 1 179:2 / / rw,noatime shared:1 - ext4 /dev/mmcblk0p2 rw
30 22 179:3 / /var/lib/beurt ro,nosuid - ext4 /dev/mmcblk0p3 rw,commit=5
31 22 0:30 / /var/lib/beurt-kiosk rw - tmpfs tmpfs rw,size=1k
32 22 179:4 / /media/stick\\040one rw shared:3 master:4 - vfat /dev/sda1 ro
33 22 0:31 / /run rw - tmpfs tmpfs rw
broken line
"""


def test_a_place_is_on_the_mount_that_is_nearest_above_it() -> None:
    mounts = parse(MOUNTS)
    found = {path: of(path, mounts) for path in ("/etc", "/var/lib/beurt/beurt.db", "/var/lib/beurt-kiosk")}
    assert {path: mount.source for path, mount in found.items() if mount} == {
        "/etc": "/dev/mmcblk0p2",
        "/var/lib/beurt/beurt.db": "/dev/mmcblk0p3",
        "/var/lib/beurt-kiosk": "tmpfs",
    }


def test_a_file_system_that_a_sandbox_shows_read_only_is_not_read_only_itself() -> None:
    mount = of("/var/lib/beurt", parse(MOUNTS))
    assert mount is not None
    assert not mount.is_read_only


def test_a_file_system_that_the_kernel_made_read_only_is() -> None:
    mount = of("/media/stick one/x", parse(MOUNTS))
    assert mount is not None
    assert mount.point == PurePosixPath("/media/stick one")
    assert mount.is_read_only


def test_of_two_mounts_at_one_place_the_later_is_on_top() -> None:
    lines = "1 0 0:1 / /data rw - ext4 /dev/a rw\n2 1 0:2 / /data rw - tmpfs over rw\n"
    mount = of("/data", parse(lines))
    assert mount is not None
    assert mount.source == "over"


def test_what_is_in_memory_is_told_from_what_is_on_a_disk() -> None:
    assert [mount.is_in_memory for mount in parse(MOUNTS)] == [False, False, True, False, True]


def test_without_mounts_a_place_is_on_none() -> None:
    assert of("/", parse("")) is None
