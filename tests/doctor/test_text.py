from msgspec.structs import replace

from doctor.report import Finding, Report, critical, good, worst
from doctor.text import told


def text(*findings: Finding) -> str:
    named = tuple(replace(finding, check="printer") for finding in findings)
    level = worst(named)
    return told(
        Report(
            at="", host="box", branch=None, branch_name="Hengelo", devices=("kiosk-1",), version="1", level=level,
            findings=named,
        )
    )  # fmt: skip


def test_the_worst_is_told_first_with_what_to_do() -> None:
    lines = text(good("Well."), critical("No paper.", "Put in a roll.", "kiosk-1")).splitlines()
    assert lines == [
        "Hengelo: kiosk-1, version 1",
        "CRITICAL  printer (kiosk-1): No paper.",
        "          -> Put in a roll.",
        "good      printer: Well.",
        "critical: 1 of 2 findings want somebody",
    ]


def test_where_nothing_is_wrong_that_is_said() -> None:
    assert text(good("Well.")).splitlines()[-1] == "all is well"


def test_what_others_wrote_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in text(critical("\x1b[2J gone", "\x07"))
