import pytest
from box_tree import BoxTree

from doctor.checks.temperature import look


def zones(tree: BoxTree, **millidegrees: str) -> None:
    for number, (kind, text) in enumerate(millidegrees.items()):
        tree.write(f"/sys/class/thermal/thermal_zone{number}/type", kind)
        tree.write(f"/sys/class/thermal/thermal_zone{number}/temp", f"{text}\n")


@pytest.mark.parametrize(
    ("cpu", "level"), [("41250", "good"), ("69999", "good"), ("70000", "warning"), ("80000", "critical")]
)
def test_the_warmest_part_counts(tree: BoxTree, cpu: str, level: str) -> None:
    zones(tree, rp1="30000", cpu=cpu)
    assert [finding.level for finding in look(tree.box())] == [level]


def test_a_machine_that_measures_nothing_says_so(tree: BoxTree) -> None:
    zones(tree, cpu="")
    assert [finding.level for finding in look(tree.box())] == ["not-here"]
