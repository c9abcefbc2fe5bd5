"""Two visits of the doctor, before and after a change."""

from doctor.report import Finding, Report


def new_criticals(before: Report, after: Report) -> tuple[Finding, ...]:
    """What is critical now and was not before: the reason to take a change back."""
    known = {(finding.check, finding.subject) for finding in before.findings if finding.level == "critical"}
    return tuple(
        finding
        for finding in after.findings
        if finding.level == "critical" and (finding.check, finding.subject) not in known
    )
