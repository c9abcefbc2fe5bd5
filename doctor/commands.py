"""Other programs that the doctor asks, each within limits of time and size."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

LIMIT_S: Final = 6.0
MOST_BYTES: Final = 512 * 1024
_PLAIN: Final = {"LC_ALL": "C.UTF-8", "SYSTEMD_COLORS": "0", "SYSTEMD_PAGER": ""}
SBIN: Final = "/usr/sbin:/sbin"
"""Looked in too: a service finds its commands there, a person's PATH may lack it."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a command; `is_late`: it was ended because it took too long."""

    code: int
    out: str
    err: str = ""
    is_late: bool = False

    @property
    def is_fine(self) -> bool:
        """Did it end in time and well?"""
        return self.code == 0 and not self.is_late


@dataclass(frozen=True, slots=True)
class Commands:
    """Runs commands found on the PATH of `environment`, or in `more`."""

    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    more: str = SBIN

    def run(self, *command: str, limit_s: float = LIMIT_S, given: str = "") -> Ran | None:
        """What came of it; None where there is no such command. `given` is put to its standard input."""
        path = f"{self.environment.get('PATH', os.defpath)}:{self.more}"
        found = shutil.which(command[0], path=path)
        if found is None:
            return None
        # To files: whoever a command that was ended left behind could hold a pipe open for ever.
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            code, is_late = self._wait((found, *command[1:]), (out.fileno(), err.fileno()), limit_s, given)
            return Ran(code, _start_of(out.fileno()), _start_of(err.fileno()), is_late)

    def _wait(self, command: tuple[str, ...], files: tuple[int, int], limit_s: float, given: str) -> tuple[int, bool]:
        process = subprocess.Popen(  # noqa: S603 - no shell, and every argument is the doctor's own
            command,
            stdin=subprocess.PIPE if given else subprocess.DEVNULL,
            stdout=files[0],
            stderr=files[1],
            env={**self.environment, **_PLAIN},
            start_new_session=True,
        )
        try:
            process.communicate(given.encode() if given else None, timeout=limit_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(1)
            return process.returncode, True
        return process.returncode, False


def _start_of(file: int) -> str:
    return os.pread(file, MOST_BYTES, 0).decode("utf-8", "replace")
