"""The branch's staff password, of a length that is worth its name."""

from pathlib import Path
from typing import Final

from runtime.passwords import UnusableHash, is_right, keep, read

__all__ = ["LONGEST", "SHORTEST", "UnusableHash", "is_right", "read", "write"]

SHORTEST: Final = 8
LONGEST: Final = 200


def write(file: Path, password: str) -> None:
    """Write the hash of a password, whole or not at all, readable by its owner only.

    Raises:
        ValueError: the password is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise ValueError(f"a password has {SHORTEST} to {LONGEST} characters")
    keep(file, password)
