"""The name and key of a Wi-Fi network, from a file beside the branch file; the key goes on the card as a hash only."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from firmware_config.image.card import CardFault

ROUNDS: Final = 4096
"""WPA2 turns a passphrase and the network's name into a key by PBKDF2-HMAC-SHA1 (IEEE 802.11, annex J.4)."""

KEY_BYTES: Final = 32
LONGEST_NAME_BYTES: Final = 32
_HASHED: Final = re.compile(r"\A[0-9a-f]{64}\Z")
_PASSPHRASE: Final = re.compile(r"\A[\x20-\x7e]{8,63}\Z")


@dataclass(frozen=True)
class Wifi:
    """A network's name, and its key as 64 hexadecimal figures."""

    name: str
    key: str


def hashed(name: str, passphrase: str) -> str:
    """The key that belongs to a passphrase in the network of this name."""
    return hashlib.pbkdf2_hmac("sha1", passphrase.encode(), name.encode(), ROUNDS, KEY_BYTES).hex()


def read(file: Path) -> Wifi:
    """The network in a file of two lines: its name, and its passphrase or hashed key.

    Raises:
        CardFault: there is no such file, or it says something else.
    """
    try:
        rows = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is no text in UTF-8"
        raise CardFault(
            f"{file} cannot be read ({why}): write two lines there, the network's name and its key"
        ) from fault
    name, key = (*rows, "", "")[:2]
    if not 1 <= len(name.encode()) <= LONGEST_NAME_BYTES:
        raise CardFault(f"{file}: the first line is the network's name, of 1 to {LONGEST_NAME_BYTES} bytes")
    if _HASHED.fullmatch(key):
        return Wifi(name, key)
    if not _PASSPHRASE.fullmatch(key):
        raise CardFault(f"{file}: the second line is the network's key, 8 to 63 letters, figures and signs")
    return Wifi(name, hashed(name, key))
