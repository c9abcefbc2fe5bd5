"""The branch's staff password: kept as an argon2id hash in a file that only its owner reads."""

import os
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST: Final = 8
LONGEST: Final = 200
OWNER_ONLY: Final = 0o600
_LARGEST_FILE_BYTES: Final = 4096


class UnusableHash(Exception):  # noqa: N818 - it says what the file holds
    """A password file that holds no argon2 hash, or cannot be read."""


def write(file: Path, password: str) -> None:
    """Write the hash of a password, whole or not at all, readable by its owner only.

    Raises:
        ValueError: the password is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise ValueError(f"a password has {SHORTEST} to {LONGEST} characters")
    new = file.with_name(f"{file.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w", encoding="ascii") as out:
        out.write(f"{PasswordHasher().hash(password)}\n")
        out.flush()
        os.fsync(out.fileno())
    new.replace(file)


def read(file: Path) -> str:
    """The hash in a password file.

    Raises:
        UnusableHash: there is none.
    """
    try:
        with file.open("rb") as source:
            stored = source.read(_LARGEST_FILE_BYTES).decode("ascii").strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise UnusableHash(f"{file}: {fault}") from fault
    try:
        PasswordHasher().check_needs_rehash(stored)
    except InvalidHashError as fault:
        raise UnusableHash(f"{file} holds no argon2 hash") from fault
    return stored


def is_right(stored: str, password: str) -> bool:
    """Whether the password belongs to the hash; takes equally long either way."""
    try:
        PasswordHasher().verify(stored, password)
    except VerificationError:
        return False
    return True
