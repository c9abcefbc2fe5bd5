from box_tree import BoxTree

from doctor.checks.screen import look


def connect(tree: BoxTree, **connectors: str) -> None:
    for name, status in connectors.items():
        tree.write(f"/sys/class/drm/card1-{name.replace('_', '-')}/status", f"{status}\n")


def test_a_screen_is_told_by_its_connector(tree: BoxTree) -> None:
    connect(tree, HDMI_A_1="connected", HDMI_A_2="disconnected", Writeback_1="unknown")
    (finding,) = look(tree.box("kiosk-1"))
    assert (finding.level, finding.what) == ("good", "A screen is at HDMI-A-1.")


def test_a_kiosk_without_a_screen_is_critical(tree: BoxTree) -> None:
    connect(tree, HDMI_A_1="disconnected")
    assert [finding.level for finding in look(tree.box("kiosk-1"))] == ["critical"]


def test_a_television_may_be_off(tree: BoxTree) -> None:
    connect(tree, HDMI_A_1="disconnected")
    assert [finding.level for finding in look(tree.box("display-1"))] == ["warning"]


def test_a_kernel_that_knows_no_screens_says_so(tree: BoxTree) -> None:
    (finding,) = look(tree.box("kiosk-1"))
    assert (finding.level, finding.what) == ("critical", "The kernel sees no place for a screen.")


def test_a_hub_shows_nothing(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box("hub-1"))] == ["not-here"]


def test_a_box_that_was_told_to_draw_nowhere_needs_no_screen(tree: BoxTree) -> None:
    tree.folder("/run/systemd/system")
    tree.says("systemctl", "Id=beurt-kiosk.service\nEnvironment=WLR_BACKENDS=headless\n")
    assert [finding.level for finding in look(tree.box("kiosk-1"))] == ["not-here"]
