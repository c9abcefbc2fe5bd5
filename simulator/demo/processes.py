"""The programs that the demo runs: started in order, watched, ended in reverse."""

from __future__ import annotations

import subprocess
import time
from collections import deque
from typing import TYPE_CHECKING, Self

from simulator.demo.installed import find

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

END_WITHIN_S = 5.0
LOOK_EVERY_S = 0.05
TAIL_LINES = 20
READY = "sign that it is ready"


class ProgramDiedError(Exception):
    """A program ended that should have run on; the text holds the end of its log."""


class NotReadyError(Exception):
    """A program did not become ready in time; the text holds the end of its log."""


class StoppedError(Exception):
    """Somebody asked the demo to stop."""


class Programs:
    """The running programs by name; leaving the context ends them all, the last started first."""

    def __init__(self, folder: Path, environment: Mapping[str, str], is_stopped: Callable[[], bool]) -> None:
        self._is_stopped = is_stopped
        self._folder = folder
        self._environment = dict(environment)
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name in reversed(list(self._running)):
            self.end(name)

    @property
    def pids(self) -> dict[str, int]:
        """The process of each program."""
        return {name: process.pid for name, process in self._running.items()}

    def start(self, name: str, command: Sequence[str], *, pass_fds: Sequence[int] = ()) -> None:
        """Start a program with a log file of its own; it ends when the demo itself is killed."""
        with self.log(name).open("ab") as log:
            self._running[name] = subprocess.Popen(  # noqa: S603 -- the demo made this command itself
                [find("setpriv", "util-linux"), "--pdeathsig", "TERM", "--", *command],
                cwd=self._folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=pass_fds,
                start_new_session=True,
            )

    def end(self, name: str) -> None:
        """End a program: by request, and by force where that does not help."""
        process = self._running.pop(name)
        process.terminate()
        try:
            process.wait(END_WITHIN_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def log(self, name: str) -> Path:
        """Where a program's words go."""
        return self._folder / f"{name}.log"

    def tail(self, name: str) -> str:
        """The last words of a program."""
        with self.log(name).open(errors="replace") as log:
            return "".join(f"    {line}" for line in deque(log, TAIL_LINES))

    def check(self) -> None:
        """Raise ProgramDiedError where one has ended, StoppedError where the demo should."""
        if self._is_stopped():
            raise StoppedError
        for name, process in self._running.items():
            if (code := process.poll()) is not None:
                raise ProgramDiedError(f"{name} ended with exit code {code}. Its last words:\n{self.tail(name)}")

    def wait_for(self, name: str, has_come: Callable[[], bool], within_s: float, awaited: str = READY) -> None:
        """Wait until what is awaited of a program has come; raises NotReadyError and ProgramDiedError."""
        deadline = time.monotonic() + within_s
        while not has_come():
            self.check()
            if time.monotonic() > deadline:
                raise NotReadyError(f"{name}: no {awaited} in {within_s:.0f} s. Its last words:\n{self.tail(name)}")
            time.sleep(LOOK_EVERY_S)

    def set_environment(self, **more: str) -> None:
        """Give the programs that start from now on these variables too."""
        self._environment |= more
