"""The report as metrics in a file that prometheus-node-exporter reads."""

from collections.abc import Iterator
from typing import Final

from doctor.report import EXIT_CODES, LEVELS, Report, worst
from wire.times import at_moment

FILE: Final = "/var/lib/prometheus/node-exporter/beurt.prom"
"""Debian's folder for text files; where it is not, there is no node exporter and nothing is written."""

_LEVEL: Final = "0 good, 1 warning, 2 critical"


def metrics(report: Report) -> str:
    """In the text format of Prometheus 0.0.4: one gauge a line, its help and type before the first."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    box = {"branch": report.branch or "", "host": report.host}
    yield from _head("beurt_doctor_level", f"How this box is: {_LEVEL}.")
    yield _sample("beurt_doctor_level", box, report.exit_code)
    yield from _head("beurt_doctor_check_level", f"How each part of this box is: {_LEVEL}.")
    for check in dict.fromkeys(finding.check for finding in report.findings):
        found = [finding for finding in report.findings if finding.check == check]
        # What is not here gets no line: a zero would say that it is well.
        if any(finding.level != "not-here" for finding in found):
            yield _sample("beurt_doctor_check_level", {**box, "check": check}, EXIT_CODES[worst(found)])
    yield from _head("beurt_doctor_findings", "How many findings there are of each level.")
    for level in LEVELS:
        count = sum(finding.level == level for finding in report.findings)
        yield _sample("beurt_doctor_findings", {**box, "level": level}, count)
    yield from _numbers(report, box)
    yield from _head("beurt_doctor_seconds", "When the doctor looked, in seconds since 1970.")
    yield _sample("beurt_doctor_seconds", box, at_moment(report.at).timestamp())
    yield from _head("beurt_doctor_info", "The version that is installed.")
    yield _sample("beurt_doctor_info", {**box, "version": report.version}, 1)


def _numbers(report: Report, box: dict[str, str]) -> Iterator[str]:
    """What the checks measured, by name."""
    yield from _head("beurt_doctor_value", "What a check measured: days_left, free_mib, celsius, waiting and more.")
    for finding in report.findings:
        for name, value in finding.values.items():
            if isinstance(value, int | float):
                about = {"check": finding.check, "subject": finding.subject or "", "value": name}
                yield _sample("beurt_doctor_value", {**box, **about}, float(value))


def _head(name: str, text: str) -> Iterator[str]:
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} gauge"


def _sample(name: str, labels: dict[str, str], value: float) -> str:
    told = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    return f"{name}{{{told}}} {value:.10g}"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
