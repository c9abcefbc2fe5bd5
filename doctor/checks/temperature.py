"""Whether the processor is too warm; a Pi slows down at 80 °C."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from doctor.box import Box
from doctor.report import Finding, critical, good, not_here, warning

ZONES: Final = "/sys/class/thermal/thermal_zone*/temp"
WARM_C: Final = 70.0
HOT_C: Final = 80.0
_ADVICE: Final = "Give it air: clear the slots, keep it off the radiator and out of the sun; see that its fan turns."


def look(box: Box) -> Iterator[Finding]:
    """Says how warm the warmest part is that the kernel measures."""
    found = {}
    for path, text in box.machine.texts(ZONES).items():
        if text.lstrip("-").isdecimal():
            kind = box.machine.text(str(PurePosixPath(path).with_name("type"))) or "?"
            found[kind] = int(text) / 1000
    if found:
        yield judge(max(found.values()))
    else:
        yield not_here("Nothing measures the temperature here.")


def judge(celsius: float) -> Finding:
    """How warm is too warm."""
    told = f"{celsius:.0f} °C."
    if celsius >= HOT_C:
        return critical(f"{told} The processor slows down.", _ADVICE, celsius=celsius)
    if celsius >= WARM_C:
        return warning(told, _ADVICE, celsius=celsius)
    return good(told, celsius=celsius)
