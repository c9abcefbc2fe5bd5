import json

import pytest
from box_tree import BoxTree

from doctor.checks.update import look


def of(tree: BoxTree, outcome: str, trouble: str | None = None) -> tuple[str, str]:
    told = {"at": "2026-03-10T03:30:00.000Z", "from": "0.1.0", "to": "0.2.0", "outcome": outcome, "trouble": trouble}
    tree.write("/var/lib/beurt-health/update.json", json.dumps(told))
    (finding,) = look(tree.box())
    return finding.level, finding.what


@pytest.mark.parametrize(
    ("outcome", "level"),
    [
        ("installed", "good"), ("none", "good"), ("postponed", "good"), ("rolled-back", "warning"),
        ("refused", "warning"),
    ],
)  # fmt: skip
def test_what_came_of_an_update_is_told(tree: BoxTree, outcome: str, level: str) -> None:
    assert of(tree, outcome)[0] == level


def test_why_a_box_went_back_is_told_but_not_at_length(tree: BoxTree) -> None:
    _, what = of(tree, "rolled-back", "the doctor: " + "x" * 5000)
    assert "the doctor" in what
    assert len(what) < 400


def test_a_box_that_never_tried_says_so(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box())] == ["not-here"]


def test_a_note_that_makes_no_sense_is_a_warning(tree: BoxTree) -> None:
    tree.write("/var/lib/beurt-health/update.json", "{")
    assert [finding.level for finding in look(tree.box())] == ["warning"]


def test_what_was_refused_before_it_was_fetched_is_told_too(tree: BoxTree) -> None:
    of(tree, "installed")
    told = {"at": "2026-03-11T03:30:00.000Z", "outcome": "refused", "trouble": "not signed"}
    tree.write("/var/cache/beurt-update/update.json", json.dumps(told))
    assert [(finding.level, "not signed" in finding.what) for finding in look(tree.box())] == [
        ("warning", True), ("good", False),
    ]  # fmt: skip
