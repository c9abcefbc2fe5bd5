"""What was said and what could be read, line by line; written only where a file is given."""

import json
import logging
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from kiosk.speech.utterance import Utterance

log = logging.getLogger(__name__)

Happening = Literal["began", "ended", "cut"]


class Transcript:
    """Lines of JSON: at, event, text, said, language, place, voice, device, volume; each is on disk at once.

    The event `shown` has texts instead: all that could be read on the screen from then on.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file.open("ab", buffering=0) if file else None
        self._shown: tuple[str, ...] = ()

    def show(self, texts: tuple[str, ...]) -> None:
        """Other texts stand on the screen."""
        if texts != self._shown:
            self._shown = texts
            self._write({"event": "shown", "texts": texts})

    def note(self, event: Happening, utterance: Utterance, *, voice: str, device: str, volume: int) -> None:
        """Add a line; times are UTC."""
        self._write({"event": event, **asdict(utterance), "voice": voice, "device": device, "volume": volume})

    def close(self) -> None:
        """Write no more."""
        if self._file:
            self._file.close()

    def _write(self, fields: dict[str, object]) -> None:
        if self._file is None or self._file.closed:
            return
        line = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), **fields}
        try:
            self._file.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode())
        except OSError as fault:
            log.warning("The transcript ends here: %s", fault)
            self._file.close()
