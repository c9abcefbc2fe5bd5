"""What a new box and the hub say to each other, and what the console asks of the hub's side."""

from typing import Literal

import msgspec

Asked = Literal["state", "open", "close", "pair", "revoke"]
Outcome = Literal["", "paired", "revoked", "wrong", "nobody", "closed", "lost", "no-device", "no-account", "no-console"]


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A box shows a code: the salt of its key (hexadecimal), its signing request (PEM), and that it knows the code."""

    salt: str
    request: str
    proof: str


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """All that a box needs (files as texts, certificates as PEM), and that the hub knows the code too; or why not.

    A kiosk gets the hash of its service menu's PIN, where the hub's box has that.
    """

    device: str = ""
    branch_file: str = ""
    organisation_file: str = ""
    authority: str = ""
    certificate: str = ""
    password: str = ""
    service_pin: str = ""
    proof: str = ""
    refused: str = ""

    def words(self) -> bytes:
        """What the proof is about."""
        return msgspec.json.encode(msgspec.structs.replace(self, proof=""))


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """The box has everything on disk; back from the hub: so has the hub, and the box is this device from now on."""

    device: str


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What the coordinator wants."""

    asked: Asked
    code: str = ""
    device: str = ""


class State(msgspec.Struct, frozen=True, kw_only=True):
    """How pairing stands; the fingerprint is that of the certificate which a box meets."""

    is_open: bool = False
    left_s: float = 0.0
    tries: int = 0
    waiting: int = 0
    fingerprint: str = ""
    devices: tuple[str, ...] = ()
    outcome: Outcome = ""
