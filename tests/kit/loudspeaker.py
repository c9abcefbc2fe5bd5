"""A loudspeaker that can be asked what it played."""

import sys
from array import array
from pathlib import Path
from textwrap import dedent

CARD = """\
    #!{python} -SE
    import os, sys, time
    rate_hz = int(next(each for each in sys.argv if each.startswith("--rate=")).partition("=")[2])
    with open({called!r}, "a") as called:
        print(*sys.argv[1:], file=called)
    with open({played!r}, "ab", buffering=0) as played:
        begun_s, taken = time.monotonic(), 0
        while data := os.read(0, 2048):
            played.write(data)
            taken += len(data)
            time.sleep(max(0, begun_s + taken / 2 / rate_hz - 0.1 - time.monotonic()))
        time.sleep(max(0, begun_s + taken / 2 / rate_hz - time.monotonic()))
"""


class Loudspeaker:
    """Stands in for aplay: takes samples as fast as a sound card would, with a tenth of a second in hand."""

    def __init__(self, folder: Path) -> None:
        self._called, self._played = folder / "called", folder / "played"
        path = folder / "loudspeaker"
        path.write_text(dedent(CARD).format(python=sys.executable, called=str(self._called), played=str(self._played)))
        path.chmod(0o755)
        self.program = str(path)

    @property
    def devices(self) -> list[str]:
        """The devices that it was to play on, one for each sound."""
        lines = self._called.read_text().splitlines() if self._called.exists() else []
        return [word.partition("=")[2] for line in lines for word in line.split() if word.startswith("--device=")]

    @property
    def samples(self) -> "array[int]":
        """All that it played."""
        data = self._played.read_bytes() if self._played.exists() else b""
        return array("h", data[: len(data) // 2 * 2])
