"""Piper: a neural voice, pleasant to hear; needs a model for each language, kept as `<voices>/<language>/*.onnx`."""

import contextlib
import os
import selectors
import shutil
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final, cast

from voices.sound import Sound, SoundError, from_wav
from voices.spoken import spoken
from voices.voice import VoiceError

PROGRAM: Final = "piper"
TIME_LIMIT_S: Final = 15.0
"""Enough to load a model on a slow machine."""
SLOWER: Final = "1.15"
NICENESS: Final = 5
"""The screen goes first: a model computes on every core there is."""
MEMORY: Final = Path("/dev/shm")  # noqa: S108 - only a folder of our own is made in it


class PiperEngine:
    """One running Piper with one model in memory; a text in another language has it start anew."""

    def __init__(self, program: str = PROGRAM, *, time_limit_s: float = TIME_LIMIT_S) -> None:
        self._program = program
        self._time_limit_s = time_limit_s
        self._lock = threading.Lock()
        self._running: _Running | None = None

    @property
    def is_here(self) -> bool:
        """Is it installed?"""
        return shutil.which(self._program) is not None

    def speak(self, model: Path, text: str) -> Sound:
        """The text, said with a model; raises VoiceError."""
        with self._lock:
            try:
                return self._ready(model).speak(" ".join(text.split()), self._time_limit_s)
            except (OSError, SoundError) as fault:
                self._end()
                raise VoiceError(f"piper {model.stem} could not say {text!r}: {fault}") from fault

    def close(self) -> None:
        """End the program, also while it speaks."""
        if running := self._running:
            running.kill()
        with self._lock:
            self._end()

    def _ready(self, model: Path) -> "_Running":
        if self._running is None or self._running.model != model or not self._running.is_alive:
            self._end()
            self._running = _Running(self._program, model)
        return self._running

    def _end(self) -> None:
        if self._running:
            self._running.end()
        self._running = None


@dataclass(frozen=True, slots=True)
class PiperVoice:
    """One model."""

    language: str
    model: Path
    engine: PiperEngine = field(repr=False)
    says_everything: bool = True

    @property
    def name(self) -> str:
        """The model's own name."""
        return f"piper {self.model.stem}"

    def can_say(self, text: str) -> bool:
        """Anything that has something in it to say."""
        return bool(text.strip())

    def speak(self, text: str) -> Sound:
        """The text, said; raises VoiceError."""
        return self.engine.speak(self.model, spoken(text, self.language))


def models_in(folder: Path) -> tuple[Path, ...]:
    """The models of a language's folder that have their description beside them, in the order of their names."""
    return tuple(model for model in sorted(folder.glob("*.onnx")) if Path(f"{model}.json").is_file())


class _Running:
    """The program: takes a line of text, writes a WAV file, and says where; both Pipers that there are do so."""

    def __init__(self, program: str, model: Path) -> None:
        self.model = model
        place = MEMORY if MEMORY.is_dir() else None
        self._folder = Path(tempfile.mkdtemp(prefix="beurt-piper-", dir=place))
        command = [program, "--model", str(model), "--output_dir", str(self._folder), "--length_scale", SLOWER]
        pipe = subprocess.PIPE
        try:
            # What it is given are files of the voices folder; the text goes in by the pipe.
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT)  # noqa: S603
        except OSError:
            shutil.rmtree(self._folder)
            raise
        os.setpriority(os.PRIO_PROCESS, self._process.pid, NICENESS)
        self._input, self._output = cast("IO[bytes]", self._process.stdin), cast("IO[bytes]", self._process.stdout)
        self._unread = b""

    @property
    def is_alive(self) -> bool:
        """Has it not ended?"""
        return self._process.poll() is None

    def speak(self, line: str, time_limit_s: float) -> Sound:
        """A line, said; raises OSError, SoundError."""
        self._input.write(f"{line}\n".encode())
        self._input.flush()
        written = self._written(time.monotonic() + time_limit_s)
        data = written.read_bytes()
        written.unlink()
        return from_wav(data)

    def kill(self) -> None:
        """End it; who waits for its words gets none."""
        self._process.kill()

    def end(self) -> None:
        """End it, and leave nothing behind."""
        self.kill()
        self._process.wait()
        self._output.close()
        # What it never read cannot be written any more.
        with contextlib.suppress(BrokenPipeError):
            self._input.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _written(self, until_s: float) -> Path:
        """The file that it says it wrote, among other lines that it may say."""
        last = ""
        while line := self._line(until_s):
            last = line.strip()
            if last.endswith(".wav") and str(self._folder) in last:
                return Path(last[last.index(str(self._folder)) :])
        raise OSError(f"it ended; its last words: {last}")

    def _line(self, until_s: float) -> str:
        """Its next line; empty at its end, raises TimeoutError."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._output, selectors.EVENT_READ)
            while b"\n" not in self._unread:
                if not selector.select(max(0, until_s - time.monotonic())):
                    raise TimeoutError("it took too long")
                news = os.read(self._output.fileno(), 4096)
                if not news:
                    line, self._unread = self._unread, b""
                    return line.decode(errors="replace")
                self._unread += news
        line, _, self._unread = self._unread.partition(b"\n")
        return f"{line.decode(errors='replace')}\n"
