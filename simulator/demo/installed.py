"""The programs from Debian's packages that the demo leans on."""

import shutil
import subprocess
from collections.abc import Sequence

# Debian keeps the broker where only root's path looks.
SYSTEM_PLACES = "/usr/sbin:/usr/local/sbin"
ANSWER_WITHIN_S = 10


class NotInstalledError(Exception):
    """A program is not there; the text names the Debian package to install."""


def find(program: str, package: str) -> str:
    """Where a program is; raises NotInstalledError."""
    found = shutil.which(program) or shutil.which(program, path=SYSTEM_PLACES)
    if found is None:
        raise NotInstalledError(f"{program} is not there: install the Debian package {package}, or run scripts/setup")
    return found


def ask(command: Sequence[str], environment: dict[str, str] | None = None) -> str:
    """Run a short command to its end and return what it says; raises subprocess.SubprocessError."""
    told = subprocess.run(  # noqa: S603 -- the demo made this command itself
        command, env=environment, capture_output=True, text=True, timeout=ANSWER_WITHIN_S, check=True
    )
    return told.stdout
