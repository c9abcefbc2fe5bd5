"""What a speaker said, as its transcript tells."""

import json
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

PATIENCE_S = 30


class Sayings:
    """Reads a transcript while it is being written."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @property
    def lines(self) -> list[dict[str, Any]]:
        """All whole lines so far."""
        text = self.file.read_text() if self.file.exists() else ""
        return [json.loads(line) for line in text[: text.rfind("\n") + 1].splitlines()]

    def wait_for(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first line that fits; fails when none comes."""
        until_s = time.monotonic() + PATIENCE_S
        while True:
            for line in self.lines:
                if is_it(line):
                    return line
            assert time.monotonic() < until_s, self.lines
            time.sleep(0.005)

    def event(self, event: str, text: str) -> dict[str, Any]:
        """The first line of this event for this text."""
        return self.wait_for(lambda line: (line["event"], line["text"]) == (event, text))

    @property
    def began(self) -> list[dict[str, Any]]:
        """What began to sound, in order."""
        return [line for line in self.lines if line["event"] == "began"]

    @property
    def texts(self) -> list[str]:
        """The texts of what began to sound, in order."""
        return [line["text"] for line in self.began]


def at_s(line: dict[str, Any]) -> float:
    """When that was, in seconds since 1970."""
    return datetime.fromisoformat(line["at"]).timestamp()
