from box_tree import BoxTree

from doctor.checks.root import is_asked_for, look

ORDINARY = "22 1 179:2 / / rw - ext4 /dev/mmcblk0p2 rw\n"
OVERLAY = "22 1 0:20 / / rw - overlay overlayroot rw,lowerdir=/media/root-ro\n"
DATA = "30 22 179:3 / /var/lib/beurt rw - ext4 /dev/mmcblk0p3 rw\n"
ASKED = "console=tty1 overlayroot=tmpfs:recurse=0 quiet"


def levels(tree: BoxTree) -> dict[str | None, str]:
    return {finding.subject: finding.level for finding in look(tree.box("hub-1"))}


def test_an_ordinary_root_that_nobody_wanted_otherwise_is_no_matter(tree: BoxTree) -> None:
    tree.write("/proc/self/mountinfo", ORDINARY)
    tree.write("/proc/cmdline", "quiet")
    assert levels(tree) == {None: "not-here"}


def test_a_root_that_should_be_an_overlay_and_is_not_is_critical(tree: BoxTree) -> None:
    tree.write("/proc/self/mountinfo", ORDINARY)
    tree.write("/proc/cmdline", ASKED)
    (finding,) = look(tree.box("kiosk-1"))
    assert finding.level == "critical"
    assert "update-initramfs" in (finding.advice or "")


def test_an_overlay_with_the_data_on_a_disk_is_well(tree: BoxTree) -> None:
    tree.write("/proc/self/mountinfo", OVERLAY + DATA)
    tree.write("/proc/cmdline", ASKED)
    tree.folder("/var/lib/beurt")
    assert levels(tree) == {"/": "good", "/var/lib/beurt": "good"}


def test_data_on_the_overlay_itself_would_be_lost(tree: BoxTree) -> None:
    tree.write("/proc/self/mountinfo", OVERLAY)
    tree.write("/proc/cmdline", ASKED)
    tree.folder("/var/lib/beurt")
    assert levels(tree) == {"/": "good", "/var/lib/beurt": "critical"}


def test_a_data_partition_that_overlayroot_made_read_only_is_critical(tree: BoxTree) -> None:
    tree.write("/proc/self/mountinfo", OVERLAY + DATA.replace("mmcblk0p3 rw", "mmcblk0p3 ro"))
    tree.write("/proc/cmdline", ASKED)
    tree.folder("/var/lib/beurt")
    assert levels(tree)["/var/lib/beurt"] == "critical"


def test_box_toml_may_ask_for_it_where_the_command_line_lost_it(tree: BoxTree) -> None:
    tree.write("/proc/self/mountinfo", ORDINARY)
    tree.write("/etc/beurt/box.toml", 'devices = ["hub-1"]\nread_only_root = true\n')
    assert levels(tree) == {"/": "critical"}


def test_overlayroot_has_a_file_of_its_own_and_the_command_line_goes_before_it(tree: BoxTree) -> None:
    tree.write("/etc/overlayroot.conf", '# a note\noverlayroot_cfgdisk="disabled"\noverlayroot="tmpfs"\n')
    assert is_asked_for(tree.machine)
    tree.write("/proc/cmdline", "overlayroot=disabled")
    assert not is_asked_for(tree.machine)


def test_an_overlay_that_nobody_asked_for_is_told(tree: BoxTree) -> None:
    tree.write("/proc/self/mountinfo", OVERLAY)
    tree.folder("/media/root-ro")
    assert levels(tree) == {None: "critical"}
