"""The PIN of the service menu: four to eight figures, kept as a hash."""

import logging
import re
from pathlib import Path
from typing import Final, Literal

SHORTEST: Final = 4
LONGEST: Final = 8

Verdict = Literal["right", "wrong", "unreadable"]

_PIN: Final = re.compile(rf"[0-9]{{{SHORTEST},{LONGEST}}}", re.ASCII)
log = logging.getLogger(__name__)


def write(file: Path, pin: str) -> None:
    """Write the hash of a PIN, whole or not at all, readable by its owner only.

    Raises:
        ValueError: it is no PIN.
    """
    from runtime.passwords import keep

    if not _PIN.fullmatch(pin):
        raise ValueError(f"a PIN has {SHORTEST} to {LONGEST} figures, and nothing else")
    keep(file, pin)


def verdict(file: Path, pin: str) -> Verdict:
    """Whether the PIN is that of the file; takes a second on a small computer."""
    # Imported late: few visits need it, and start-up counts.
    from runtime.passwords import UnusableHash, is_right, read

    try:
        return "right" if is_right(read(file), pin) else "wrong"
    except UnusableHash as fault:
        log.warning("the PIN of the service menu cannot be read: %s", fault)
        return "unreadable"
