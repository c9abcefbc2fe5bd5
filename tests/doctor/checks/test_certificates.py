import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from box_tree import BoxTree

from doctor.checks.certificates import judge, look

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def make(file: Path, days: int) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subject = ["-days", str(days), "-subj", "/CN=box", "-keyout", "/dev/null", "-out", str(file)]
    subprocess.run([*command, *subject], check=True, capture_output=True)


@pytest.mark.parametrize(("days_left", "level"), [(300, "good"), (21, "good"), (20, "warning"), (6, "critical")])
def test_a_certificate_that_ends_soon_is_told_in_time(days_left: int, level: str) -> None:
    assert judge("ca.crt", NOW - timedelta(days=1), NOW + timedelta(days=days_left), NOW).level == level


def test_a_certificate_that_ended_is_critical() -> None:
    assert judge("ca.crt", NOW - timedelta(days=2), NOW, NOW).what == "It ended on 2026-03-10."


def test_a_certificate_that_is_not_good_yet_points_to_the_clock() -> None:
    finding = judge("ca.crt", NOW + timedelta(hours=1), NOW + timedelta(days=300), NOW)
    assert finding.level == "critical"
    assert "clock" in (finding.advice or "")


def test_all_certificates_of_a_box_are_looked_at(tree: BoxTree) -> None:
    tree.folder("/etc/beurt/devices")
    make(tree.root / "etc/beurt/ca.crt", 3000)
    make(tree.root / "etc/beurt/devices/kiosk-1.crt", 10)
    found = {finding.subject: finding.level for finding in look(tree.box("kiosk-1"))}
    assert found == {"/etc/beurt/ca.crt": "good", "/etc/beurt/devices/kiosk-1.crt": "warning"}


def test_in_a_chain_the_first_to_end_counts(tree: BoxTree) -> None:
    folder = tree.folder("/etc/beurt")
    make(folder / "one.pem", 3000)
    make(folder / "other.pem", 10)
    tree.write("/etc/beurt/console.crt", (folder / "one.pem").read_text() + (folder / "other.pem").read_text())
    assert [finding.level for finding in look(tree.box("console-1"))] == ["warning"]


def test_a_file_that_holds_no_certificate_is_critical(tree: BoxTree) -> None:
    tree.write("/etc/beurt/ca.crt", "no certificate")
    assert [finding.level for finding in look(tree.box())] == ["critical"]


def test_a_certificate_that_the_branch_file_names_and_that_is_gone_is_critical(tree: BoxTree) -> None:
    from box_tree import BRANCH

    missing = f'{BRANCH}\n[console]\ntls_certificate = "/nowhere/console.crt"\ntls_key = "/nowhere/console.key"\n'
    (finding,) = look(tree.box("console-1", branch=missing))
    assert (finding.level, finding.what) == ("critical", "It is not there.")


def test_a_box_that_speaks_to_itself_only_has_none(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box())] == ["not-here"]
