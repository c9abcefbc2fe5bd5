import logging
import threading
import time
from collections.abc import Iterator

import pytest
from box_tree import BoxTree

from doctor.box import Box
from doctor.examination import Check, examine
from doctor.machine import Unreadable
from doctor.report import Finding, critical, good


def is_well(_box: Box) -> Iterator[Finding]:
    yield good("Well.")


def is_bad(_box: Box) -> Iterator[Finding]:
    yield critical("Bad.", "Mend it.", "left")


def cannot_be_read(_box: Box) -> Iterator[Finding]:
    raise Unreadable("/etc/secret: Permission denied")


def fails(_box: Box) -> Iterator[Finding]:
    raise ZeroDivisionError


def test_the_findings_carry_their_check_in_the_order_of_the_checks(tree: BoxTree) -> None:
    report = examine(tree.box(), [Check("second", is_well), Check("first", is_bad)])
    assert [(finding.check, finding.subject) for finding in report.findings] == [("second", None), ("first", "left")]
    assert (report.level, report.exit_code, report.branch) == ("critical", 2, "hengelo")


def test_a_check_that_hangs_holds_up_nobody(tree: BoxTree) -> None:
    for_ever = threading.Event()

    def hangs(_box: Box) -> Iterator[Finding]:
        for_ever.wait(60)
        yield good("Late.")

    began_s = time.monotonic()
    report = examine(tree.box(), [Check("stuck", hangs), Check("quick", is_well)], limit_s=0.2)
    assert time.monotonic() - began_s < 10
    assert [(finding.check, finding.level) for finding in report.findings] == [("stuck", "warning"), ("quick", "good")]
    for_ever.set()


def test_a_check_that_may_not_read_says_how_it_may(tree: BoxTree) -> None:
    (finding,) = examine(tree.box(), [Check("secret", cannot_be_read)]).findings
    assert finding.level == "warning"
    assert "sudo beurt doctor" in (finding.advice or "")


def test_a_check_that_fails_is_a_warning_and_hides_no_other(tree: BoxTree, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        report = examine(tree.box(), [Check("broken", fails), Check("quick", is_well)])
    assert [finding.level for finding in report.findings] == ["warning", "good"]
    assert "the check broken failed" in caplog.text
