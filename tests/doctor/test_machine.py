import pytest
from box_tree import BoxTree

from doctor.machine import MOST_BYTES, MOST_FILES, Unreadable


def test_a_file_that_is_not_there_has_no_text(tree: BoxTree) -> None:
    assert tree.machine.text("/proc/cmdline") is None


def test_a_file_is_found_by_its_path_on_the_box(tree: BoxTree) -> None:
    tree.write("/proc/cmdline", " quiet\n")
    assert tree.machine.text("/proc/cmdline") == "quiet"
    assert tree.machine.has("/proc/cmdline")


def test_a_folder_in_place_of_a_file_cannot_be_read(tree: BoxTree) -> None:
    tree.folder("/proc/cmdline")
    with pytest.raises(Unreadable, match="/proc/cmdline"):
        tree.machine.text("/proc/cmdline")


def test_of_a_large_file_only_the_start_is_read(tree: BoxTree) -> None:
    tree.write("/large", "a" * (MOST_BYTES + 10))
    assert len(tree.machine.text("/large") or "") == MOST_BYTES


def test_bytes_that_are_no_text_are_read_all_the_same(tree: BoxTree) -> None:
    tree.write("/broken", "").write_bytes(b"\xff\xfe name")
    assert "name" in (tree.machine.text("/broken") or "")


def test_paths_of_a_pattern_are_those_of_the_box_and_not_endless(tree: BoxTree) -> None:
    for number in range(MOST_FILES + 5):
        tree.write(f"/many/{number}", "")
    assert len(tree.machine.paths("/many/*")) == MOST_FILES
    assert tree.machine.paths("/many/*")[0] == "/many/0"


def test_a_link_to_nowhere_is_there_but_has_no_text(tree: BoxTree) -> None:
    tree.folder("/dev/beurt")
    (tree.root / "dev/beurt/printer").symlink_to("/nowhere")
    assert tree.machine.has("/dev/beurt/printer")
    assert tree.machine.texts("/dev/beurt/*") == {}
