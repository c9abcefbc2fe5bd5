"""Whether the kernel complained about the card or disk since the start."""

import re
from collections.abc import Iterator
from typing import Final

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here, warning

LAST_LINES: Final = 3000
_DISK: Final = r"(?:mmcblk\d|nvme\d|sd[a-z])"
_GRAVE: Final = re.compile(
    rf"I/O error,? (?:dev |on dev )?{_DISK}|EXT4-fs error|Remounting filesystem read-only|Buffer I/O error"
    rf"|JBD2: .*error|Aborting journal"
)
_LIGHT: Final = re.compile(rf"{_DISK}.*(?:error|timeout|timed out|retrying)|mmc\d.*(?:CRC|timed out|timeout waiting)")


def look(box: Box) -> Iterator[Finding]:
    """Says how many errors of the card or disk the kernel's log of this start has."""
    ran = box.machine.commands.run(
        "journalctl", "--dmesg", "--boot", f"--lines={LAST_LINES}", "--output=cat", "--no-pager", "--quiet"
    )
    if ran is None or (ran.is_fine and not ran.out.strip()):
        yield not_here("There is no log of the kernel here.")
    elif not ran.is_fine:
        why = "it takes too long" if ran.is_late else ran.err.strip() or f"journalctl ended with {ran.code}"
        yield warning(f"The kernel's log cannot be read: {why}.", "Run it as root: sudo beurt doctor.")
    else:
        yield judge(ran.out.splitlines())


def judge(lines: list[str]) -> Finding:
    """What the kernel's lines mean for what is kept."""
    grave = [line for line in lines if _GRAVE.search(line)]
    light = [line for line in lines if line not in grave and _LIGHT.search(line)]
    values = {"errors": len(grave), "hitches": len(light)}
    if grave:
        return critical(
            f"{len(grave)} errors of the card or disk since the start; the last: {grave[-1][:120]}",
            "Cards wear out. Make a backup now, put in the spare card and restore: docs/operate.md.",
            **values,
        )
    if light:
        return warning(
            f"{len(light)} hitches of the card or disk since the start; the last: {light[-1][:120]}",
            "See that the card sits well and the power supply is the official one. Have a spare card ready.",
            **values,
        )
    return good("No error of the card or disk since the start.", **values)
