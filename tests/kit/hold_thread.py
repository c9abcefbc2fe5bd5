"""Holds one thread of a process, while its others run on, until this process ends: hold_thread.py THREAD.

Says "held" when it does. That is how a program hangs; a stopped process is something else.
"""

import ctypes
import os
import sys

_SEIZE, _INTERRUPT = 0x4206, 0x4207
_WALL = 0x40000000
_libc = ctypes.CDLL(None, use_errno=True)


def hold(thread: int) -> None:
    for request in (_SEIZE, _INTERRUPT):
        if _libc.ptrace(request, thread, None, None):
            raise OSError(ctypes.get_errno(), f"ptrace {request:#x} of {thread}")
    os.waitpid(thread, _WALL)
    print("held", flush=True)  # noqa: T201 - the test waits for it
    # Its end is told to whoever traces it first, and to its parent only when that has been heard.
    while not _is_over(os.waitpid(thread, _WALL)[1]):
        pass


def _is_over(status: int) -> bool:
    return os.WIFEXITED(status) or os.WIFSIGNALED(status)


if __name__ == "__main__":
    hold(int(sys.argv[1]))
