"""The way from the microphone: ALSA's own recorder."""

import shutil
import subprocess
import threading
from array import array
from typing import IO, Final, cast

from voices.sound import Sound

RECORDER: Final = "arecord"
DEFAULT: Final = "default"
RATE_HZ: Final = 48_000
READ_BYTES: Final = 4096
LONGEST_S: Final = 60
STOPS_WITHIN_S: Final = 5.0


class MicrophoneError(RuntimeError):
    """There is no sound from the microphone; the text says why."""


class Microphone:
    """Records from `start` to `stop`, one minute at most."""

    def __init__(self, device: str = DEFAULT, program: str = RECORDER) -> None:
        self._device = device
        self._program = program
        self._heard = bytearray()

    def start(self) -> None:
        """Begin; raises MicrophoneError."""
        path = shutil.which(self._program)
        if path is None:
            raise MicrophoneError(f"{self._program} is missing; install alsa-utils")
        command = [path, "--quiet", "--file-type=raw", "--format=S16_LE", "--channels=1", f"--rate={RATE_HZ}"]
        command += [f"--device={self._device}", f"--duration={LONGEST_S}"]
        self._heard = bytearray()
        pipe = subprocess.PIPE
        # The path comes from PATH, the device from whoever records, and no shell reads either.
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe)  # noqa: S603
        self._reader = threading.Thread(target=self._read, name="microphone", daemon=True)
        self._reader.start()

    def stop(self) -> Sound:
        """End, and give what was heard; raises MicrophoneError where the recorder heard nothing."""
        self._process.terminate()
        try:
            self._process.wait(STOPS_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        said = cast("IO[bytes]", self._process.stderr).read().decode(errors="replace").strip()
        for end in (self._process.stdout, self._process.stderr):
            cast("IO[bytes]", end).close()
        if not self._heard:
            raise MicrophoneError(said.splitlines()[-1] if said else f"{self._program} recorded nothing")
        return Sound(array("h", bytes(self._heard[: len(self._heard) // 2 * 2])), RATE_HZ)

    def _read(self) -> None:
        output = cast("IO[bytes]", self._process.stdout)
        while data := output.read(READ_BYTES):
            self._heard += data
