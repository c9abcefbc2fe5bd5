"""The loudspeaker: plays WAV files through ALSA's own player, which finds whatever is plugged in when it is needed."""

import logging
import shutil
import subprocess
from typing import Final

PLAYER: Final = "aplay"
TIME_LIMIT_S: Final = 15
"""Longer than any call; a player that hangs on a broken device is ended."""

log = logging.getLogger(__name__)


class Speaker:
    """Plays one sound at a time and waits for its end; a missing sound is said once and stops nothing."""

    def __init__(self, player: str = PLAYER, time_limit_s: float = TIME_LIMIT_S) -> None:
        self._player = player
        self._time_limit_s = time_limit_s
        self._running: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self.is_heard: bool | None = None
        """Whether the last sound was played; None before the first."""

    def play(self, wav: bytes) -> None:
        """Play to the end, within the time limit."""
        if self._is_stopped:
            return
        fault = self._fault_of_playing(wav)
        if self._is_stopped:
            return
        if fault is None and self.is_heard is False:
            log.info("The sound is back")
        if fault is not None:
            level = logging.DEBUG if self.is_heard is False else logging.WARNING
            log.log(level, "No sound, calls are only shown: %s", fault)
        self.is_heard = fault is None

    def stop(self) -> None:
        """End what is playing, and play no more."""
        self._is_stopped = True
        if self._running is not None:
            self._running.kill()

    def _fault_of_playing(self, wav: bytes) -> str | None:
        path = shutil.which(self._player)
        if path is None:
            return f"{self._player} is missing; install alsa-utils"
        try:
            return self._run(path, wav)
        except OSError as fault:
            return f"{path} cannot be started: {fault}"

    def _run(self, path: str, wav: bytes) -> str | None:
        pipe = subprocess.PIPE
        command = [path, "--quiet", "--file-type=wav", "-"]
        # The path comes from PATH and the arguments are fixed: nothing from outside is run.
        with subprocess.Popen(command, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe) as running:  # noqa: S603
            self._running = running
            try:
                _, said = running.communicate(wav, timeout=self._time_limit_s)
            except subprocess.TimeoutExpired:
                running.kill()
                return f"{path} did not end within {self._time_limit_s:g} s"
            finally:
                self._running = None
        return None if running.returncode == 0 else _last_line(said) or f"{path} ended with {running.returncode}"


def _last_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
