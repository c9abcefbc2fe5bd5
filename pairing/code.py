"""The code on a new box's screen: six letters, and what two sides that know it prove to each other."""

import hmac
import secrets
from hashlib import sha256
from typing import Final, Literal

from argon2.low_level import Type, hash_secret_raw

LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Without those that are taken for a figure or for each other."""
LENGTH: Final = 6
COMPARED_GROUPS: Final = 4
SALT_BYTES: Final = 16
KEY_BYTES: Final = 32
ROUNDS: Final = 3
MEMORY_KIB: Final = 64 * 1024
"""Who stands between the two and hears a proof has to try codes: each costs this much, and a code lives ten minutes."""

Side = Literal["box", "hub"]


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def as_typed(text: str) -> str:
    """What somebody typed as the code that was meant: capitals, without spaces and hyphens; "" where it is none."""
    letters = "".join(text.split()).replace("-", "").upper()
    return letters if len(letters) == LENGTH and set(letters) <= set(LETTERS) else ""


def shown(code: str) -> str:
    """The code as people read it, in two parts."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"


def start_of(fingerprint: str) -> str:
    """As much of a fingerprint as two people compare; the code itself is bound to all of it."""
    return " ".join(fingerprint.split()[:COMPARED_GROUPS])


def key_of(code: str, salt: bytes) -> bytes:
    """The key that both sides make of the code; slow, and large in memory, on purpose."""
    return hash_secret_raw(code.encode("ascii"), salt, ROUNDS, MEMORY_KIB, 1, KEY_BYTES, Type.ID)


def proof(key: bytes, side: Side, *said: bytes) -> str:
    """That a side knows the code and means these very words, the certificate of the line among them."""
    words = b"".join(sha256(each).digest() for each in said)
    return hmac.new(key, side.encode("ascii") + words, sha256).hexdigest()


def is_proof(given: str, key: bytes, side: Side, *said: bytes) -> bool:
    """Whether it is that proof; takes equally long either way."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), proof(key, side, *said).encode("ascii"))
