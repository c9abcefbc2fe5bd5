import pytest
from box_tree import BoxTree

from doctor.checks.card import judge, look

QUIET = "usb 1-1: new high-speed USB device number 2\nEXT4-fs (mmcblk0p2): mounted filesystem r/w"


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("blk_update_request: I/O error, dev mmcblk0, sector 2048 op 0x1:(WRITE)", "critical"),
        ("I/O error, dev nvme0n1, sector 8 op 0x0:(READ)", "critical"),
        ("EXT4-fs error (device mmcblk0p2): ext4_find_entry:1455: inode #2", "critical"),
        ("EXT4-fs (mmcblk0p2): Remounting filesystem read-only", "critical"),
        ("Buffer I/O error on dev mmcblk0p2, logical block 77, lost sync page write", "critical"),
        ("mmcblk0: error -110 transferring data, sector 123", "warning"),
        ("mmc0: Card stuck being busy! timeout waiting", "warning"),
        ("brcmfmac mmc1:0001:1: Direct firmware load failed with error -2", "good"),
        ("EXT4-fs (mmcblk0p2): mounted filesystem with ordered data mode", "good"),
    ],
)
def test_lines_of_the_kernel_mean_what_they_say_of_the_card(line: str, level: str) -> None:
    assert judge([*QUIET.splitlines(), line]).level == level


def test_the_last_error_is_told_and_cut_short() -> None:
    finding = judge(["EXT4-fs error first", "EXT4-fs error last " + "x" * 500])
    assert "2 errors" in finding.what
    assert "last" in finding.what
    assert len(finding.what) < 250


def test_a_machine_without_a_journal_says_so(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box())] == ["not-here"]


def test_an_empty_journal_is_no_good_news(tree: BoxTree) -> None:
    tree.says("journalctl", "")
    assert [finding.level for finding in look(tree.box())] == ["not-here"]


def test_a_journal_that_may_not_be_read_is_a_warning(tree: BoxTree) -> None:
    tree.command("journalctl", "echo 'insufficient permissions' >&2; exit 1")
    (finding,) = look(tree.box())
    assert finding.level == "warning"
    assert "insufficient permissions" in finding.what


def test_a_journal_without_complaints_is_good(tree: BoxTree) -> None:
    tree.says("journalctl", QUIET)
    assert [finding.level for finding in look(tree.box())] == ["good"]
