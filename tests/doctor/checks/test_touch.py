import pytest
from box_tree import BoxTree

from doctor.checks.touch import is_touchscreen, look

# As Linux shows them below /sys/class/input: an ILITEK panel, a laptop's touchpad, a mouse, a pen tablet.
PANEL = ("2", "2608000 3", "400 0 0 0 0 0")
TOUCHPAD = ("5", "2e0800000000003", "e520 10000 0 0 0 0")
MOUSE = ("0", "0", "1f0000 0 0 0 0")
PEN = ("0", "1000003", "c01 0 0 0 0 0")
OLD_PANEL = ("0", "3", "400 0 0 0 0 0")


def put(tree: BoxTree, number: int, name: str, bits: tuple[str, str, str]) -> None:
    place = f"/sys/class/input/input{number}"
    tree.write(f"{place}/name", f"{name}\n")
    for file, text in zip(("properties", "capabilities/abs", "capabilities/key"), bits, strict=True):
        tree.write(f"{place}/{file}", f"{text}\n")


@pytest.mark.parametrize(
    ("bits", "is_one"),
    [(PANEL, True), (OLD_PANEL, True), (TOUCHPAD, False), (MOUSE, False), (PEN, False), (("", "", ""), False)],
)
def test_a_touchscreen_is_told_from_its_bits(*, bits: tuple[str, str, str], is_one: bool) -> None:
    assert is_touchscreen(*bits) is is_one


def test_bits_that_are_none_are_no_touchscreen() -> None:
    assert not is_touchscreen("x", "y z", "400 0 0 0 0 q")


def test_a_kiosk_with_a_touchscreen_is_well(tree: BoxTree) -> None:
    put(tree, 0, "a mouse", MOUSE)
    put(tree, 1, "ILITEK ILITEK-TP", PANEL)
    (finding,) = look(tree.box("kiosk-1"))
    assert (finding.level, finding.what) == ("good", "ILITEK ILITEK-TP is there.")


def test_a_kiosk_without_one_is_critical(tree: BoxTree) -> None:
    put(tree, 0, "a mouse", MOUSE)
    assert [finding.level for finding in look(tree.box("kiosk-1"))] == ["critical"]


def test_a_display_needs_none(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box("display-1"))] == ["not-here"]


def test_a_kiosk_that_draws_nowhere_needs_none(tree: BoxTree) -> None:
    tree.folder("/run/systemd/system")
    tree.says("systemctl", "Id=beurt-kiosk.service\nEnvironment=LIBSEAT_BACKEND=seatd WLR_BACKENDS=headless\n")
    assert [finding.level for finding in look(tree.box("kiosk-1"))] == ["not-here"]
