"""The file that lists the branches and how to reach what their doctors found."""

import tomllib
from pathlib import Path
from typing import Annotated, Final

import msgspec

from runtime.settings.model import Account, Broker

MOST_BRANCHES: Final = 200
MOST_BYTES: Final = 256 * 1024
TLS_PORT: Final = 8883

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
_Host = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.:@%\[\]-]{0,199}$")]
"""No dash in front: ssh would take it for an option."""

_Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class Mqtt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The branch's broker, by a monitor's account."""

    branch: _Name
    host: _Host
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] = TLS_PORT
    tls_ca: str | None = None
    account: _Name = "monitor"
    password_file: str | None = None


class BranchEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One branch, and the one road to it: `mqtt`, `ssh` (its boxes) or `folder` (of doctor.json files)."""

    name: _Text
    mqtt: Mqtt | None = None
    ssh: tuple[_Host, ...] = ()
    folder: str | None = None

    def __post_init__(self) -> None:
        if sum((self.mqtt is not None, bool(self.ssh), self.folder is not None)) != 1:
            raise ValueError(f"{self.name}: give one of mqtt, ssh and folder")


class FleetFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The branches, in the order in which the page lists them."""

    title: _Text = "Aan de beurt"
    branches: Annotated[tuple[BranchEntry, ...], msgspec.Meta(min_length=1, max_length=MOST_BRANCHES)]


class Faulty(Exception):  # noqa: N818 - it says what the file is
    """The file cannot be used; the text says why."""


def read(path: Path) -> FleetFile:
    """What the file lists.

    Raises:
        Faulty: it cannot be read, has an unknown key, or a branch with no road or two.
    """
    try:
        with path.open("rb") as file:
            told = file.read(MOST_BYTES).decode()
        fleet = msgspec.convert(tomllib.loads(told), FleetFile)
    except (OSError, ValueError, msgspec.ValidationError, RecursionError) as fault:
        raise Faulty(f"{path}: {fault}") from fault
    names = [branch.name for branch in fleet.branches]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Faulty(f"{path}: {', '.join(twice)}: listed twice")
    return fleet


def broker(mqtt: Mqtt, beside: Path) -> Broker:
    """As the programs know a broker; files are beside the list, unless they say otherwise."""
    accounts = {mqtt.account: Account(password_file=beside / mqtt.password_file)} if mqtt.password_file else {}
    tls_ca = beside / mqtt.tls_ca if mqtt.tls_ca else None
    return Broker(host=mqtt.host, port=mqtt.port, tls_ca=tls_ca, accounts=accounts)
