from box_tree import BRANCH, BoxTree

from doctor.checks.settings import look


def test_a_box_whose_settings_can_be_used_says_what_it_is(tree: BoxTree) -> None:
    (finding,) = look(tree.box("kiosk-1"))
    assert finding.level == "good"
    assert finding.what == "Bibliotheek Hengelo: this box is kiosk-1."


def test_faults_of_the_branch_file_are_told_but_not_endlessly(tree: BoxTree) -> None:
    findings = list(look(tree.box(branch=BRANCH + "\n".join(f"nonsense_{n} = 1" for n in range(20)))))
    assert {finding.level for finding in findings} == {"critical"}
    assert 1 < len(findings) <= 5


def test_a_missing_branch_file_is_told(tree: BoxTree) -> None:
    tree.box()
    (tree.root / "etc/beurt/branch.toml").unlink()
    from pathlib import Path

    from doctor.box import find

    assert [f.level for f in look(find(tree.machine, Path("/etc/beurt/branch.toml")))] == ["critical"]
