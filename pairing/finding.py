"""How a box without settings finds the hub: it asks aloud on its network, and a hub with an open window answers."""

import socket
import struct
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

PORT: Final = 8445
QUESTION: Final = b"aan-de-beurt pair 1?"
ANSWER: Final = b"aan-de-beurt pair 1!"
EVERYBODY: Final = "255.255.255.255"
ASK_EVERY_S: Final = 2.0
LOOK_S: Final = 0.5
_LARGEST: Final = 64
_IP_PKTINFO: Final = 8
"""Linux's ip(7): over which plug, by its number."""
_PACKET_INFO: Final = struct.Struct("i8x")


def find(time_limit_s: float, everybody: str = EVERYBODY, port: int = PORT) -> str:
    """The address of a hub that pairs now; "" where none answers. It proves itself later, by the code."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        line.settimeout(LOOK_S)
        ends_s, ask_at_s = time.monotonic() + time_limit_s, 0.0
        while time.monotonic() < ends_s:
            if time.monotonic() >= ask_at_s:
                ask_at_s = time.monotonic() + ASK_EVERY_S
                _ask(line, (everybody, port))
            with suppress(OSError):
                said, place = line.recvfrom(_LARGEST)
                if said == ANSWER:
                    return str(place[0])
    return ""


def _ask(line: socket.socket, place: tuple[str, int]) -> None:
    # A box whose cable is not in yet has no network to ask on.
    with suppress(OSError):
        line.sendto(QUESTION, place)
    # Where a network has no gateway, the kernel sends to everybody only where it is told over which plug.
    for plug, _ in socket.if_nameindex():
        with suppress(OSError):
            line.sendmsg([QUESTION], [(socket.IPPROTO_IP, _IP_PKTINFO, _PACKET_INFO.pack(plug))], 0, place)


def answer_seekers(place: tuple[str, int], is_open: Callable[[], bool]) -> None:
    """Answer who asks, as long as the window is open."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        line.bind(place)
        line.settimeout(LOOK_S)
        while is_open():
            with suppress(OSError):
                said, seeker = line.recvfrom(_LARGEST)
                if said == QUESTION:
                    line.sendto(ANSWER, seeker)
