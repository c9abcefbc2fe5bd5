"""An X server in memory, for tests that open real windows."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "3840x2160x24"


@contextmanager
def x_server() -> Iterator[str]:
    """Its display; there is no window manager."""
    read, write = os.pipe()
    # Without -noreset it starts anew when its last window closes, and lets nobody in meanwhile.
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(30)
