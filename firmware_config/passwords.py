"""The broker's password file: hashes as Mosquitto makes them (PBKDF2 with SHA-512), so no tool of its is needed."""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from typing import Final

ROUNDS: Final = 10_000
SALT_BYTES: Final = 12
HASH_BYTES: Final = 64
_LINE = re.compile(r"(?P<name>[^:\s]+):\$7\$(?P<rounds>\d{1,7})\$(?P<salt>[A-Za-z0-9+/=]+)\$(?P<hash>[A-Za-z0-9+/=]+)")


def new_password() -> str:
    """A random one, for a device."""
    return secrets.token_urlsafe(32)


def line_of(name: str, password: str) -> str:
    """An account's line, with a new salt."""
    salt = secrets.token_bytes(SALT_BYTES)
    hashed = _hashed(password, salt, ROUNDS)
    return f"{name}:$7${ROUNDS}${base64.b64encode(salt).decode()}${base64.b64encode(hashed).decode()}"


def is_of(line: str, password: str) -> bool:
    """Is this the line of that password?"""
    parts = _LINE.fullmatch(line)
    if parts is None:
        return False
    salt, hashed = base64.b64decode(parts["salt"]), base64.b64decode(parts["hash"])
    return hmac.compare_digest(hashed, _hashed(password, salt, int(parts["rounds"])))


def merged(before: str, passwords: Mapping[str, str | None]) -> str:
    """The file with a line for each account that has a password; where it is None, its line of before stays.

    A line that still holds is not made anew, so that nothing changes where nothing changed.
    """
    had = {line.partition(":")[0]: line for line in before.splitlines() if _LINE.fullmatch(line)}
    lines = (_kept(had.get(name), name, password) for name, password in passwords.items())
    return "".join(f"{line}\n" for line in lines if line)


def _kept(line: str | None, name: str, password: str | None) -> str | None:
    if password is None or (line is not None and is_of(line, password)):
        return line
    return line_of(name, password)


def _hashed(password: str, salt: bytes, rounds: int) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", password.encode(), salt, rounds, HASH_BYTES)
