import msgspec
import pytest

from doctor.report import Level, Report, critical, good, not_here, warning, worst, worst_first

SCHEMA_1 = {
    "schema", "at", "host", "branch", "branch_name", "devices", "version", "level", "findings",
}  # fmt: skip


@pytest.mark.parametrize(("level", "code"), [("good", 0), ("not-here", 0), ("warning", 1), ("critical", 2)])
def test_the_exit_code_is_that_of_nagios(level: Level, code: int) -> None:
    report = Report(at="", host="", branch=None, devices=(), version="", level=level, findings=())
    assert report.exit_code == code


def test_what_is_not_here_makes_nothing_good_or_bad() -> None:
    assert worst([not_here("No kiosk.")]) == "good"
    assert worst([not_here("No kiosk."), warning("Warm.", "Air.")]) == "warning"
    assert worst([good("Well."), critical("Hot.", "Air."), warning("Warm.", "Air.")]) == "critical"


def test_the_worst_comes_first_and_what_is_not_here_last() -> None:
    findings = [not_here("a"), good("b"), warning("c", ""), critical("d", "")]
    assert [finding.what for finding in worst_first(findings)] == ["d", "c", "b", "a"]


def test_a_report_is_read_as_it_was_written_and_keeps_the_fields_of_its_schema() -> None:
    finding = critical("Hot.", "Air.", "cpu", celsius=88.5)
    report = Report(at="x", host="h", branch="b", devices=("d",), version="1", level="critical", findings=(finding,))
    text = msgspec.json.encode(report)
    assert msgspec.json.decode(text, type=Report) == report
    told = msgspec.json.decode(text)
    assert set(told) == SCHEMA_1
    assert told["schema"] == 1
    assert set(told["findings"][0]) == {"level", "what", "subject", "todo", "values"}


def test_a_later_schema_with_more_fields_is_still_read() -> None:
    text = (
        '{"schema": 1, "at": "x", "host": "h", "branch": null, "devices": [], "version": "2", "level": "good",'
        ' "findings": [{"check": "new", "level": "good", "what": "Well.", "more": 1}], "more": {}}'
    )
    assert msgspec.json.decode(text, type=Report).findings[0].check == "new"
