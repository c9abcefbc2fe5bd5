import os
from datetime import timedelta

import pytest
from box_tree import BRANCH, BoxTree


def test_a_box_is_what_box_toml_says(tree: BoxTree) -> None:
    tree.write("/etc/beurt/box.toml", 'devices = ["kiosk-1"]\n')
    box = tree.box()
    assert box.devices == ("kiosk-1",)
    assert (box.of("kiosk"), box.has("hub")) == (["kiosk-1"], False)
    assert box.trouble == ()


def test_without_box_toml_a_box_is_the_whole_branch(tree: BoxTree) -> None:
    box = tree.box()
    assert set(box.devices) == {"hub-1", "kiosk-1", "display-1", "console-1"}
    assert box.age is None


def test_devices_that_are_named_go_before_box_toml(tree: BoxTree) -> None:
    tree.write("/etc/beurt/box.toml", 'devices = ["kiosk-1"]\n')
    assert tree.box("display-1").devices == ("display-1",)


def test_a_device_that_the_branch_file_lacks_is_trouble(tree: BoxTree) -> None:
    assert tree.box("kiosk-9").trouble == (
        "kiosk-9 is no device of the branch file; it has hub-1, kiosk-1, display-1, console-1",
    )


@pytest.mark.parametrize("text", ["devices = 3", "devices = [", 'devices = [""', "a = " + "[" * 2000])
def test_a_box_toml_that_is_wrong_is_trouble_and_nothing_worse(tree: BoxTree, text: str) -> None:
    tree.write("/etc/beurt/box.toml", text)
    box = tree.box()
    assert len(box.trouble) == 1
    assert box.trouble[0].startswith("/etc/beurt/box.toml: ")


def test_a_faulty_branch_file_is_trouble_and_the_box_keeps_its_devices(tree: BoxTree) -> None:
    tree.write("/etc/beurt/box.toml", 'devices = ["kiosk-1"]\n')
    box = tree.box(branch=BRANCH.replace("name =", "nmae ="))
    assert box.settings is None
    assert box.devices == ("kiosk-1",)
    assert any("nmae" in line for line in box.trouble)


def test_a_box_hears_what_its_programs_said_and_how_long_ago(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", spare_numbers_waiting=2)
    os.utime(tree.root / "run/beurt/kiosk-1.json", (0, 1_000_000))
    word = tree.box().words["kiosk-1"]
    assert word.said.status.facts == {"spare_numbers_waiting": 2}
    assert word.age_s > 3600


@pytest.mark.parametrize("text", ["", "{}", "[" * 5000, '{"is_connected": 1}'])
def test_a_word_that_makes_no_sense_is_as_if_it_was_not_said(tree: BoxTree, text: str) -> None:
    tree.write("/run/beurt/kiosk-1.json", text)
    assert tree.box().words == {}


def test_a_box_is_as_old_as_its_own_file(tree: BoxTree) -> None:
    file = tree.write("/etc/beurt/box.toml", 'devices = ["hub-1"]\n')
    os.utime(file, (0, 1_000_000))
    age = tree.box().age
    assert age is not None
    assert age > timedelta(days=365)
