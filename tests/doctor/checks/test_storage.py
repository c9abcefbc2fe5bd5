from box_tree import BoxTree

from doctor.checks.storage import look


def levels(tree: BoxTree, *devices: str) -> list[str]:
    return [finding.level for finding in look(tree.box(*devices))]


def test_the_hub_says_itself_whether_it_can_write(tree: BoxTree) -> None:
    tree.told("hub-1", "hub", storage="ok")
    assert levels(tree, "hub-1") == ["good"]
    tree.told("hub-1", "hub", storage="failed")
    assert levels(tree, "hub-1") == ["critical"]


def test_a_hub_that_said_nothing_is_not_called_good(tree: BoxTree) -> None:
    assert levels(tree, "hub-1") == ["not-here"]


def test_other_boxes_have_no_database(tree: BoxTree) -> None:
    assert levels(tree, "kiosk-1") == ["not-here"]
