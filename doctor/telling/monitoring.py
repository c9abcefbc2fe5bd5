"""/etc/beurt/monitoring.toml: who else is told how this box is; without the file nobody is."""

import tomllib
from typing import Annotated, Final
from urllib.parse import urlsplit

import msgspec

from doctor.machine import Machine, Unreadable

FILE: Final = "/etc/beurt/monitoring.toml"
DEFAULT_ACCOUNT: Final = "home-assistant"

_Address = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s]+$", max_length=500)]


class Ntfy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A topic of an ntfy server; it is told when this box changes for the worse or the better."""

    url: _Address
    token_file: str | None = None


class UptimeKuma(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The push address of an Uptime Kuma monitor; it is called after each visit, so silence is told there too."""

    url: _Address


class HomeAssistant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Discovery of this box's devices over the branch's own broker, by an account that may do only that."""

    account: str = DEFAULT_ACCOUNT
    prefix: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_-]{1,40}$")] = "homeassistant"


class Monitoring(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of it is off where it is not there."""

    ntfy: Ntfy | None = None
    uptime_kuma: UptimeKuma | None = None
    home_assistant: HomeAssistant | None = None


class Faulty(Exception):  # noqa: N818 - it says what the file is
    """The file cannot be used; the text says why."""


def read(machine: Machine) -> Monitoring:
    """What the file asks for.

    Raises:
        Faulty: it cannot be read, has an unknown key, or an address that is none.
    """
    try:
        monitoring = msgspec.convert(tomllib.loads(machine.text(FILE) or ""), Monitoring)
        for asked in (monitoring.ntfy, monitoring.uptime_kuma):
            if asked is not None and not urlsplit(asked.url).hostname:
                raise Faulty(f"{FILE}: {asked.url} has no host")
    except (Unreadable, ValueError, msgspec.ValidationError, RecursionError) as fault:
        raise Faulty(f"{FILE}: {fault}") from fault
    return monitoring
