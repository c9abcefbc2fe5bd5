"""From a message to a command of the contract, or to why it is none."""

from dataclasses import dataclass
from hashlib import blake2b

from hub.inbox import Request
from wire.commands import Command, Undecodable, decode
from wire.payload import encode

FINGERPRINT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Decoded:
    """A command, and what tells it from another one with the same id."""

    name: str
    command: Command

    @property
    def fingerprint(self) -> bytes:
        """Short and the same for the same command with the same fields."""
        return blake2b(self.name.encode() + b"\0" + encode(self.command), digest_size=FINGERPRINT_BYTES).digest()


@dataclass(frozen=True, slots=True)
class Bad:
    """A request that is no command; `request_id` where it could be read."""

    request_id: str | None
    reason: str


def decoded(request: Request) -> Decoded | Bad:
    """Read a request; an expiry outside the contract is as bad as a field that is."""
    try:
        command = decode(request.name, request.payload)
    except Undecodable as fault:
        return Bad(fault.request_id, fault.reason)
    if request.deadline_s is None:
        return Bad(command.request_id, "without a message expiry of 1 to 10 s")
    return Decoded(request.name, command)
