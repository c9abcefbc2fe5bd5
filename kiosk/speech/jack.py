"""The jack's own switch, as the kernel tells of it: struct input_event and the ioctls of linux/input.h."""

import fcntl
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Final

EVENT: Final = struct.Struct("llHHi")
"""Seconds, microseconds, type, code, value."""
EV_SW: Final = 5
SW_HEADPHONE_INSERT: Final = 2
SWITCH_BYTES: Final = 8

AskKernel = Callable[[int], bool | None]


def ask_kernel(descriptor: int) -> bool | None:
    """Is something in the jack of this device? None where it has no such switch."""
    try:
        if not _has_headphone_bit(descriptor, 0x20 + EV_SW):
            return None
        return _has_headphone_bit(descriptor, 0x1B)
    except OSError:
        return None


class Jack:
    """One device of the kernel's; only those with the switch are worth keeping."""

    def __init__(self, path: Path, ask: AskKernel = ask_kernel) -> None:
        self.descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self._is_in = ask(self.descriptor)
        self._rest = b""

    @property
    def has_switch(self) -> bool:
        """Has it a switch that feels a plug?"""
        return self._is_in is not None

    @property
    def is_in(self) -> bool:
        """Was a plug in it when it last said so?"""
        return bool(self._is_in)

    def read(self) -> None:
        """Take in what it has to say; raises OSError when the device went away."""
        news = os.read(self.descriptor, 64 * EVENT.size)
        if not news:
            raise OSError("the device went away")
        data = self._rest + news
        whole = len(data) // EVENT.size * EVENT.size
        self._rest = data[whole:]
        for _, _, kind, code, value in EVENT.iter_unpack(data[:whole]):
            if (kind, code) == (EV_SW, SW_HEADPHONE_INSERT):
                self._is_in = value != 0

    def close(self) -> None:
        """Let the device go."""
        os.close(self.descriptor)


def _has_headphone_bit(descriptor: int, number: int) -> bool:
    read_from_kernel = 2 << 30
    request = read_from_kernel | SWITCH_BYTES << 16 | ord("E") << 8 | number
    bits = fcntl.ioctl(descriptor, request, bytes(SWITCH_BYTES))
    return bool(bits[0] & 1 << SW_HEADPHONE_INSERT)
