"""What whoever looks after a kiosk wants to know of the machine itself."""

import fcntl
import platform
import socket
import struct
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from kiosk.printer.roll import NARROW_PAPER_DOTS, NARROW_ROLL_MM, WIDE_ROLL_MM, Roll
from runtime.settings.model import Printer

SIOCGIFADDR: Final = 0x8915
"""Asks Linux for the IPv4 address of an interface; netdevice(7)."""

_REQUEST: Final = "256s"
_ADDRESS: Final = slice(20, 24)


@dataclass(frozen=True, slots=True)
class Facts:
    """One look; `paper_left_mm` is counted, and None where there is no printer."""

    program: str
    system: str
    addresses: tuple[str, ...]
    paper_left_mm: float | None


def look_around(printer: Printer, roll_file: Path) -> Facts:
    """How the machine is now; takes a few milliseconds."""
    return Facts(version("aan-de-beurt"), _system(), addresses(), _paper_left_mm(printer, roll_file))


def addresses() -> tuple[str, ...]:
    """The IPv4 addresses under which others reach this machine, one an interface."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        found = (_address(asking, name) for _, name in socket.if_nameindex())
        return tuple(each for each in found if each and not each.startswith("127."))


def _address(asking: socket.socket, interface: str) -> str | None:
    request = struct.pack(_REQUEST, interface.encode())
    try:
        return socket.inet_ntoa(fcntl.ioctl(asking.fileno(), SIOCGIFADDR, request)[_ADDRESS])
    except OSError:  # the interface has none
        return None


@cache
def _system() -> str:
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        system = platform.system()
    return f"{system} · Python {platform.python_version()}"


def _paper_left_mm(printer: Printer, roll_file: Path) -> float | None:
    if printer.kind == "none":
        return None
    length_mm = NARROW_ROLL_MM if printer.width_dots <= NARROW_PAPER_DOTS else WIDE_ROLL_MM
    return max(0.0, length_mm - Roll(printer.width_dots, roll_file).used_mm)
