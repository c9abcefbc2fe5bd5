"""Whether a Pi gets enough power: most cards that break were written while it did not."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from doctor.box import Box
from doctor.machine import Machine
from doctor.report import Finding, critical, good, not_here, warning

HWMON: Final = "/sys/class/hwmon/hwmon*/in0_lcrit_alarm"
UNDER_VOLTAGE: Final = 1 << 0
WAS_UNDER_VOLTAGE: Final = 1 << 16
NOW: Final = {0: "under-voltage", 1: "the processor is capped", 2: "throttled", 3: "the soft temperature limit"}
SINCE_START: Final = 16
"""From this bit on the same four are told again, for whatever happened since the start (`vcgencmd get_throttled`)."""

_ADVICE: Final = "Use the official power supply with its own cable, and put nothing else on the box's USB ports."


def look(box: Box) -> Iterator[Finding]:
    """Says what the firmware saw of the power."""
    bits = throttled(box.machine)
    if bits is None:
        yield not_here("This machine does not measure its power.")
    else:
        yield judge(bits)


def throttled(machine: Machine) -> int | None:
    """The firmware's bits; where its tool is not, the one of them that the kernel's own driver tells."""
    ran = machine.commands.run("vcgencmd", "get_throttled", limit_s=3)
    if ran is not None and ran.is_fine:
        told = re.fullmatch(r"throttled=0x([0-9a-fA-F]{1,8})", ran.out.strip())
        if told:
            return int(told[1], 16)
    for path, alarm in machine.texts(HWMON).items():
        if machine.text(str(PurePosixPath(path).with_name("name"))) == "rpi_volt":
            # The driver tells of the bit that stays until the next start.
            return WAS_UNDER_VOLTAGE if alarm == "1" else 0
    return None


def judge(bits: int) -> Finding:
    """What the bits mean."""
    now = [name for bit, name in NOW.items() if bits >> bit & 1]
    before = [name for bit, name in NOW.items() if bits >> (SINCE_START + bit) & 1 and name not in now]
    values = {"bits": f"0x{bits:x}"}
    told = "; ".join(
        part
        for part in (f"now: {', '.join(now)}" if now else "", f"since the start: {', '.join(before)}" if before else "")
        if part
    )
    if bits & UNDER_VOLTAGE:
        return critical(f"The power is too weak ({told}).", _ADVICE, **values)
    if bits & WAS_UNDER_VOLTAGE:
        return warning(f"The power was too weak ({told}).", _ADVICE, **values)
    if now or before:
        return warning(f"It slowed itself down ({told}).", "See the temperature; give it air.", **values)
    return good("The power is enough.", **values)
