"""What was said, line by line, for whoever wants to know afterwards; written only where a file is given."""

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
    """Lines of JSON: at, event, text, said, language, place, voice, device, volume; each is on disk at once."""

    def __init__(self, file: Path | None) -> None:
        self._file = file.open("ab", buffering=0) if file else None

    def note(self, event: Happening, utterance: Utterance, *, voice: str, device: str, volume: int) -> None:
        """Add a line; times are UTC."""
        if self._file is None or self._file.closed:
            return
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "event": event, **asdict(utterance), "voice": voice, "device": device, "volume": volume}
        try:
            self._file.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode())
        except OSError as fault:
            log.warning("The transcript ends here: %s", fault)
            self._file.close()

    def close(self) -> None:
        """Write no more."""
        if self._file:
            self._file.close()
