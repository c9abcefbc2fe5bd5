"""The command as somebody types it, in a process of its own."""

import subprocess
import sys
from pathlib import Path

BEURT = Path(sys.executable).with_name("beurt")
WITHIN_S = 60


def beurt(
    *arguments: str | Path, told: str = "", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """What a command printed and its exit code; `told` is what is typed while it runs."""
    return subprocess.run(
        [BEURT, *arguments],
        input=told,
        env=environment,
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
        check=False,
    )
