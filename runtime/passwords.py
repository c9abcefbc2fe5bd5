"""Secrets that people type: each kept as an argon2id hash in a file that only its owner reads."""

import os
import stat
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from runtime.files import FOR_GROUP, OWNER_ONLY, put

_LARGEST_FILE_BYTES: Final = 4096


class UnusableHash(Exception):  # noqa: N818 - it says what the file holds
    """A password file that holds no argon2 hash, or cannot be read."""


def keep(file: Path, secret: str) -> None:
    """Write the hash of a secret, whole or not at all: for its owner, and for the group of the file that was there."""
    before = file.stat() if file.exists() else None
    put(file, f"{PasswordHasher().hash(secret)}\n".encode("ascii"), OWNER_ONLY)
    if before and os.name == "posix":
        if os.geteuid() == 0:
            os.chown(file, before.st_uid, before.st_gid)
        file.chmod(stat.S_IMODE(before.st_mode) & FOR_GROUP)


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


def is_right(stored: str, secret: str) -> bool:
    """Whether the secret belongs to the hash; takes equally long either way."""
    try:
        PasswordHasher().verify(stored, secret)
    except VerificationError:
        return False
    return True
