import pytest
from box_tree import BRANCH, BoxTree

from doctor.checks.printer import look
from wire.devices import PrinterCondition, PrinterState


def of(tree: BoxTree, **options: str) -> tuple[str, str]:
    (finding,) = look(tree.box("kiosk-1", **options))
    return finding.level, finding.what


def test_a_box_without_a_kiosk_has_no_printer(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box("hub-1"))] == ["not-here"]


def test_a_printer_whose_node_is_gone_is_critical_whatever_the_kiosk_last_said(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", printer=PrinterState("ready"))
    assert of(tree) == ("critical", "/dev/beurt/printer is not there.")


def test_a_link_to_a_node_that_went_is_no_node(tree: BoxTree) -> None:
    tree.folder("/dev/beurt")
    (tree.root / "dev/beurt/printer").symlink_to("../usb/lp0")
    assert of(tree)[0] == "critical"


@pytest.mark.parametrize(
    ("state", "level"),
    [
        ("ready", "good"),
        ("paper-low", "warning"),
        ("unknown", "warning"),
        ("paper-out", "critical"),
        ("cover-open", "critical"),
        ("offline", "critical"),
        ("error", "critical"),
    ],
)
def test_a_printer_is_as_its_kiosk_says(tree: BoxTree, state: PrinterCondition, level: str) -> None:
    tree.write("/dev/beurt/printer", "")
    tree.told("kiosk-1", "kiosk", printer=PrinterState(state))
    assert of(tree)[0] == level


def test_the_detail_of_the_kiosk_is_passed_on(tree: BoxTree) -> None:
    tree.write("/dev/beurt/printer", "")
    tree.told("kiosk-1", "kiosk", printer=PrinterState("error", "knife"))
    assert "(knife)" in of(tree)[1]


def test_a_kiosk_that_has_said_nothing_has_a_printer_that_nobody_knows(tree: BoxTree) -> None:
    tree.write("/dev/beurt/printer", "")
    assert of(tree)[0] == "not-here"


def test_a_kiosk_that_was_given_no_printer_misses_none(tree: BoxTree) -> None:
    assert (
        of(tree, branch=BRANCH.replace('kind = "usb"\nport = "/dev/beurt/printer"', 'kind = "none"'))[0] == "not-here"
    )


def test_a_printer_on_the_network_has_no_node(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", printer=PrinterState("ready"))
    network = BRANCH.replace('kind = "usb"\nport = "/dev/beurt/printer"', 'kind = "network"\nhost = "192.0.2.10"')
    assert of(tree, branch=network)[0] == "good"
