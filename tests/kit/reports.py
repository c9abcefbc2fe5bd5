"""Reports of the doctor for tests."""

from msgspec.structs import replace

from doctor.report import Finding, Report, critical, good, not_here, warning, worst

NO_PAPER = replace(critical("The paper is out.", "Put in a roll.", "kiosk-1", state="paper-out"), check="printer")
WARM = replace(warning("72 °C.", "Give it air.", celsius=72.5), check="temperature")
WELL = replace(good("It runs.", "beurt-hub.service", restarts=0), check="services")
NO_HUB = replace(not_here("This box has no hub."), check="storage")


def report(*findings: Finding, **more: object) -> Report:
    """One of a box in Hengelo with these findings."""
    told = Report(
        at="2026-03-10T08:00:00.000Z",
        host="hengelo-kiosk",
        branch="hengelo",
        branch_name="Bibliotheek Hengelo",
        devices=("kiosk-1",),
        version="0.1.0",
        level=worst(findings),
        findings=findings,
    )
    return replace(told, **more)
