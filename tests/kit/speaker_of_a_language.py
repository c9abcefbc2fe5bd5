"""Somebody who reads aloud: a recorder that hears a voice, and the keys that this person presses."""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent

PATIENCE_S = 10
RECORDER = """\
    #!{python} -SE
    import math, random, sys, time
    from array import array
    rate_hz = int(next(each for each in sys.argv if each.startswith("--rate=")).partition("=")[2])
    device = next(each for each in sys.argv if each.startswith("--device=")).partition("=")[2]
    if device == "nowhere":
        sys.exit("arecord: main:831: audio open error: No such file or directory")
    takes = {takes!r}
    done = len(takes) - int(open({left!r}).read() or 0)
    voice, room = takes[min(done, len(takes) - 1)]
    noise = random.Random(done)
    hum = lambda: noise.randint(-room, room) if room else 0
    samples = array("h", [hum() for _ in range(rate_hz)])
    samples[0:200] = samples[-200:] = array("h", [20_000, -20_000] * 100)
    for at in range(rate_hz * 4 // 10, rate_hz * 7 // 10):
        samples[at] = max(-32768, min(32767, round(voice * math.sin(2 * math.pi * 220 * at / rate_hz)) + hum()))
    sys.stdout.buffer.write(samples.tobytes())
    sys.stdout.buffer.flush()
    open({left!r}, "w").write(str(len(takes) - done - 1))
    time.sleep(60)
"""


class Recorder:
    """Stands in for arecord: each take is a click, silence, a tone as loud as `voice` in a room as loud, and a click.

    It gives a second of sound at once and then waits, as a microphone does, to be ended.
    """

    def __init__(self, folder: Path, *takes: tuple[int, int]) -> None:
        self._left, path = folder / "takes-left", folder / "arecord"
        self._left.write_text(str(len(takes)))
        path.write_text(dedent(RECORDER).format(python=sys.executable, takes=takes, left=str(self._left)))
        path.chmod(0o755)
        self.program = str(path)

    @property
    def left(self) -> int:
        """How many takes have not been heard yet."""
        return int(self._left.read_text() or -1)


@dataclass
class Keys:
    """Answers each question with the next key, and keeps what was asked and told; a recording is let finish first."""

    recorder: Recorder
    presses: Iterable[str]
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._presses: Iterator[str] = iter(self.presses)
        self.takes, self.all_takes = 0, self.recorder.left

    def ask(self, question: str) -> str:
        """The next key; when there is none left, stop."""
        self.lines.append(question)
        if "Recording" in question:
            self._listen()
        return next(self._presses, "q")

    def tell(self, line: str) -> None:
        """Note it."""
        self.lines.append(line)

    def _listen(self) -> None:
        self.takes += 1
        end_s = time.monotonic() + PATIENCE_S
        while self.recorder.left != self.all_takes - self.takes:
            assert time.monotonic() < end_s
            time.sleep(0.01)
