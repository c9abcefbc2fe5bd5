"""Where a first boot finds and puts things, and how it runs programs."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

LIMIT_S: Final = 3600
Kind = Literal["branch", "blank", "page"]
KINDS: Final[tuple[Kind, ...]] = ("branch", "blank", "page")
CARD: Final = Path("/boot/firmware/beurt")


class Failed(Exception):  # noqa: N818 - it says what the step has
    """A step that did not come to its end; the text says why, in Dutch where a person can do something about it."""


@dataclass(frozen=True)
class Place:
    """The box as a folder (/ on the box itself), and our folder on the card."""

    root: Path = Path("/")
    card: Path = CARD

    @property
    def state(self) -> Path:
        """What the first boot remembers over a power cut."""
        return self.root / "var/lib/beurt-first-boot"

    @property
    def kind(self) -> Kind:
        """What the card makes of this box; raises ValueError where it says something else."""
        file = self.card / "kind"
        told = file.read_text(encoding="ascii").strip() if file.exists() else "branch"
        for kind in KINDS:
            if told == kind:
                return kind
        raise ValueError(f"Op de kaart staat een soort die niet bestaat: {told[:40]!r}. Maak de kaart opnieuw.")

    @property
    def done(self) -> Path:
        """Is there once all is ready."""
        return self.state / "done"

    @property
    def wheel(self) -> Path:
        """Our own wheel on the card, which is the program that runs now.

        Raises:
            Failed: it is not there.
        """
        found = sorted((self.card / "release/wheels").glob("aan_de_beurt-*.whl"))
        if not found:
            raise Failed(
                f"Op de kaart ontbreekt het programma ({self.card / 'release/wheels'}). Maak de kaart opnieuw."
            )
        return found[-1]


@dataclass(frozen=True)
class Runner:
    """Runs programs of the system, and says why one failed."""

    limit_s: int = LIMIT_S

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> str:
        """Run one to its end and return what it printed; raises Failed."""
        try:
            done = subprocess.run(  # noqa: S603
                command,
                env={**_own_environment(), **(environment or {})},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=self.limit_s,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as fault:
            raise Failed(f"{command[0]}: {fault}") from fault
        if done.returncode:
            told = (done.stderr + "\n" + done.stdout).strip().splitlines()[:6]
            raise Failed(f"{' '.join(command[:3])}: {' / '.join(told) or f'code {done.returncode}'}")
        return done.stdout


def _own_environment() -> dict[str, str]:
    """Without what makes our wheel on the card count for every Python program that is started."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "LC_ALL": "C.UTF-8"}
