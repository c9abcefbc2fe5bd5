from msgspec.structs import replace

from doctor.comparison import new_criticals
from doctor.report import Finding, Report, critical, warning, worst


def report(*findings: Finding) -> Report:
    return Report(at="", host="", branch=None, devices=(), version="", level=worst(findings), findings=findings)


HOT = replace(critical("Hot.", "Air.", "cpu"), check="temperature")
NO_PAPER = replace(critical("No paper.", "Roll.", "kiosk-1"), check="printer")


def test_what_was_critical_before_is_no_news() -> None:
    assert new_criticals(report(HOT), report(replace(HOT, what="Hotter."))) == ()


def test_what_became_critical_is_news_also_where_it_was_a_warning_before() -> None:
    before = report(HOT, replace(warning("Low.", "Roll.", "kiosk-1"), check="printer"))
    assert new_criticals(before, report(HOT, NO_PAPER)) == (NO_PAPER,)


def test_a_new_warning_is_no_reason_to_go_back() -> None:
    assert new_criticals(report(), report(warning("Low.", "Roll."))) == ()
