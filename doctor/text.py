"""The report for a person at a terminal."""

from collections.abc import Iterator
from typing import Final

from doctor.report import Level, Report, worst_first

_WORDS: Final[dict[Level, str]] = {
    "critical": "CRITICAL",
    "warning": "WARNING",
    "good": "good",
    "not-here": "not here",
}
_INDENT: Final = max(map(len, _WORDS.values())) + 2


def told(report: Report) -> str:
    """The worst first; every trouble with what to do."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.branch_name or report.host}: {', '.join(report.devices) or 'no devices'}, version {report.version}"
    for finding in worst_first(report.findings):
        yield f"{_WORDS[finding.level]:{_INDENT}}{finding.name}: {_printable(finding.what)}"
        if finding.advice:
            yield f"{'':{_INDENT}}-> {_printable(finding.advice)}"
    troubles = len(report.troubles)
    yield f"{report.level}: {troubles} of {len(report.findings)} findings want somebody" if troubles else "all is well"


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in text)
