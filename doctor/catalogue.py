"""All checks, in the order in which they are told; every id has its section in docs/operate.md."""

from typing import Final

from doctor.checks import broker, clock, disk, services, settings, versions
from doctor.examination import Check

CHECKS: Final = (
    Check("settings", "Settings", settings.look),
    Check("broker", "Broker", broker.look),
    Check("services", "Services", services.look),
    Check("clock", "Clock", clock.look),
    Check("disk", "Disk", disk.look),
    Check("versions", "Versions", versions.look),
)
