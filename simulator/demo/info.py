"""What a script wants to know about a running demo, as one JSON object."""

from pathlib import Path

import msgspec

from runtime.files import note


class BrokerInfo(msgspec.Struct, frozen=True):
    """Where the broker listens."""

    host: str
    port: int


class Info(msgspec.Struct, frozen=True):
    """Where everything is; `display` is for X11, `paper` a folder, `control` the printer's FIFO."""

    console_url: str
    staff_password: str
    broker: BrokerInfo
    branch: str
    display: str
    paper: str
    control: str
    pids: dict[str, int]


def write(info: Info, file: Path) -> None:
    """Write the object whole or not at all: whoever sees the file can read it."""
    note(file, msgspec.json.format(msgspec.json.encode(info), indent=2) + b"\n")
