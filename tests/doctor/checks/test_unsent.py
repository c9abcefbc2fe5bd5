from box_tree import BoxTree

from doctor.checks.unsent import look


def levels(tree: BoxTree) -> list[str]:
    return [finding.level for finding in look(tree.box("kiosk-1"))]


def test_a_kiosk_that_has_handed_in_all_is_well(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", spare_numbers_waiting=0)
    assert levels(tree) == ["good"]


def test_numbers_that_wait_while_the_hub_is_out_of_reach_are_critical(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", is_connected=False, spare_numbers_waiting=3)
    assert levels(tree) == ["critical"]


def test_numbers_that_wait_while_there_is_a_connection_are_a_warning(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", spare_numbers_waiting=3)
    assert levels(tree) == ["warning"]


def test_a_kiosk_that_said_nothing_may_have_none(tree: BoxTree) -> None:
    assert levels(tree) == ["not-here"]


def test_files_that_were_set_aside_are_told(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", spare_numbers_waiting=0)
    tree.write("/var/lib/beurt-kiosk/hengelo.kiosk-1.spares.faulty", "")
    assert levels(tree) == ["good", "warning"]


def test_a_hub_gives_no_numbers_by_itself(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box("hub-1"))] == ["not-here"]
