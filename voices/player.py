"""The way to the loudspeaker: ALSA's own player, which finds whatever is plugged in when it is needed."""

import logging
import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from typing import Final

from voices.sound import Sound, scaled

PLAYER: Final = "aplay"
DEFAULT: Final = "default"
NULL: Final = "null"
"""The device that nobody hears; a sound lasts there as long as elsewhere."""
PATIENCE_S: Final = 5.0
"""What a player may take longer than its sound; one that hangs on a broken device is ended."""
LOOK_S: Final = 0.02
CHUNK_SAMPLES: Final = 1024
"""Small enough for a pipe of one page: a new volume is heard after two of them and the card's own buffer."""
PIPE_BYTES: Final = 4096
CARD_BUFFER_US: Final = 120_000

log = logging.getLogger(__name__)


class Player:
    """Plays one sound at a time and waits for its end; a missing loudspeaker is said once and stops nothing."""

    def __init__(self, program: str = PLAYER, *, patience_s: float = PATIENCE_S) -> None:
        self._program = program
        self._patience_s = patience_s
        self.is_heard: bool | None = None
        """Whether the last sound was played; None before the first."""

    def play(
        self,
        sound: Sound,
        device: str = DEFAULT,
        *,
        factor: Callable[[], float] = lambda: 1.0,
        is_cut: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Play to the end and tell whether it came that far; `factor` and `is_cut` are asked all along.

        Where the device fails, or takes all at once, the rest lasts as long in silence: who reads along keeps the pace.
        """
        ends_s = time.monotonic() + sound.lasts_s
        if device != NULL and not is_cut():
            fault = self._fault_of_playing(sound, device, factor, is_cut)
            if not is_cut():
                self._note(fault)
        while (left_s := ends_s - time.monotonic()) > 0 and not is_cut():
            time.sleep(min(left_s, LOOK_S))
        return not is_cut()

    def _note(self, fault: str | None) -> None:
        if fault is None and self.is_heard is False:
            log.info("The sound is back")
        if fault is not None:
            level = logging.DEBUG if self.is_heard is False else logging.WARNING
            log.log(level, "No sound, everything is only shown: %s", fault)
        self.is_heard = fault is None

    def _fault_of_playing(
        self, sound: Sound, device: str, factor: Callable[[], float], is_cut: Callable[[], bool]
    ) -> str | None:
        path = shutil.which(self._program)
        if path is None:
            return f"{self._program} is missing; install alsa-utils"
        limit_s = time.monotonic() + sound.lasts_s + self._patience_s
        try:
            with _started(path, sound.rate_hz, device) as running:
                fed = _feed(running, sound, factor, lambda: is_cut() or time.monotonic() > limit_s)
                return _end(running, path, is_cut, limit_s) if fed else _give_up(running, path, sound)
        except OSError as fault:
            return f"{path} cannot be started: {fault}"


def _started(path: str, rate_hz: int, device: str) -> subprocess.Popen[bytes]:
    command = [path, "--quiet", "--file-type=raw", "--format=S16_LE", "--channels=1", f"--rate={rate_hz}"]
    command += [f"--buffer-time={CARD_BUFFER_US}", f"--device={device}", "-"]
    pipe = subprocess.PIPE
    # The path comes from PATH, the device from the branch file, and no shell reads either.
    return subprocess.Popen(command, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe, pipesize=PIPE_BYTES)  # noqa: S603


def _feed(
    running: subprocess.Popen[bytes], sound: Sound, factor: Callable[[], float], is_over: Callable[[], bool]
) -> bool:
    """Give the player its sound as it asks for it; False where it was over before the end."""
    pipe = running.stdin.fileno() if running.stdin else -1
    os.set_blocking(pipe, False)
    for start in range(0, len(sound.samples), CHUNK_SAMPLES):
        data = scaled(sound.samples[start : start + CHUNK_SAMPLES], factor()).tobytes()
        while data:
            if is_over():
                return False
            if select.select([], [pipe], [], LOOK_S)[1]:
                try:
                    data = data[os.write(pipe, data) :]
                except BrokenPipeError:
                    return True
    return True


def _end(running: subprocess.Popen[bytes], path: str, is_cut: Callable[[], bool], limit_s: float) -> str | None:
    if running.stdin:
        running.stdin.close()
    while running.poll() is None:
        if is_cut():
            running.kill()
            return None
        if time.monotonic() > limit_s:
            running.kill()
            return f"{path} did not end in time"
        time.sleep(LOOK_S / 4)
    said = running.stderr.read() if running.stderr else b""
    return None if running.returncode == 0 else _last_line(said) or f"{path} ended with {running.returncode}"


def _give_up(running: subprocess.Popen[bytes], path: str, sound: Sound) -> str:
    running.kill()
    return f"{path} did not take a sound of {sound.lasts_s:.1f} s in time"


def _last_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
