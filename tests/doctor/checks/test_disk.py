import pytest
from box_tree import BoxTree

from doctor.checks.disk import Room, judge, look


@pytest.mark.parametrize(
    ("free_mib", "free_percent", "free_inodes_percent", "level"),
    [
        (9000, 60, 90, "good"),
        (9000, 15, 90, "good"),
        (9000, 14, 90, "warning"),
        (9000, 60, 14, "warning"),
        (9000, 4, 90, "critical"),
        (9000, 60, 4, "critical"),
        (99, 60, 90, "critical"),
    ],
)
def test_a_disk_is_too_full_by_room_or_by_inodes(
    free_mib: int, free_percent: float, free_inodes_percent: float, level: str
) -> None:
    assert judge("/", Room(free_mib, free_percent, free_inodes_percent)).level == level


def test_each_file_system_is_told_once(tree: BoxTree) -> None:
    tree.write("/proc/self/mountinfo", "22 1 179:2 / / rw - ext4 /dev/mmcblk0p2 rw\n")
    tree.folder("/var/lib/beurt")
    tree.folder("/var/backups/beurt")
    assert [finding.subject for finding in look(tree.box())] == ["/"]


def test_a_data_partition_that_turned_read_only_is_critical(tree: BoxTree) -> None:
    tree.write(
        "/proc/self/mountinfo",
        "22 1 179:2 / / rw - ext4 /dev/mmcblk0p2 rw\n23 22 179:3 / /var/lib/beurt rw - ext4 /dev/mmcblk0p3 ro\n",
    )
    tree.folder("/var/lib/beurt")
    found = [finding for finding in look(tree.box()) if finding.subject == "/var/lib/beurt"]
    assert found[0].level == "critical"
    assert "read-only" in found[0].what
