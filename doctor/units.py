"""What systemd knows of a unit."""

from typing import Final

from doctor.machine import Machine

SYSTEMD: Final = "/run/systemd/system"
"""Where this folder is, systemd runs the machine (sd_booted(3))."""

_FIELDS: Final = "Id,LoadState,UnitFileState,WantedBy,ActiveState,SubState,NRestarts,Result,Environment"


class Silent(Exception):  # noqa: N818 - it says what systemd is
    """systemd does not answer; the text says why."""


def show(machine: Machine, units: list[str]) -> list[dict[str, str]]:
    """The properties of each unit.

    Raises:
        Silent: systemd is asked in vain.
    """
    ran = machine.commands.run("systemctl", "show", "--no-pager", f"--property={_FIELDS}", "--", *units)
    if ran is None:
        raise Silent("there is no systemctl")
    if not ran.is_fine:
        raise Silent("it takes too long" if ran.is_late else ran.err.strip() or f"systemctl ended with {ran.code}")
    return parse(ran.out)


def parse(out: str) -> list[dict[str, str]]:
    """As `systemctl show` writes them: a blank line between units."""
    blocks = (block.splitlines() for block in out.strip().split("\n\n") if block.strip())
    return [dict(line.partition("=")[::2] for line in block if "=" in line) for block in blocks]


def draws_nowhere(machine: Machine, unit: str) -> bool:
    """Was the compositor of this unit told to draw on no screen at all?"""
    if not machine.has(SYSTEMD):
        return False
    try:
        shown = show(machine, [unit])
    except Silent:
        return False
    return any("WLR_BACKENDS=headless" in one.get("Environment", "").split() for one in shown)
