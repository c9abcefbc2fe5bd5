from importlib.metadata import version

from box_tree import BoxTree

from doctor.checks.versions import look

INSTALLED = version("aan-de-beurt")


def test_a_program_that_runs_what_is_installed_is_well(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", version=INSTALLED)
    assert [finding.level for finding in look(tree.box("kiosk-1"))] == ["good", "good"]


def test_a_program_of_another_version_wants_a_restart(tree: BoxTree) -> None:
    tree.told("kiosk-1", "kiosk", version="0.0.9")
    finding = list(look(tree.box("kiosk-1")))[-1]
    assert (finding.level, finding.subject) == ("warning", "kiosk-1")
    assert "0.0.9 runs" in finding.what


def test_a_program_that_said_nothing_has_no_version(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box("kiosk-1"))] == ["good", "not-here"]
