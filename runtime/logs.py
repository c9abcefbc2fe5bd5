"""Logs: standard logging to stderr, one line each, and no flood of them."""

import logging
import os
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

MOST_KEYS = 200

_SYSLOG_PRIORITY = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}


def configure(program: str, level: int = logging.INFO) -> None:
    """Send the log of this process to stderr; the journal gets priorities, a terminal gets times."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JournalLines(program) if "JOURNAL_STREAM" in os.environ else _TerminalLines(program))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.captureWarnings(capture=True)


class RateLimited:
    """Logs one line per key in each interval, and says with the next one how many were left out."""

    def __init__(
        self, log: logging.Logger, interval_s: float = 60, clock_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._log = log
        self._interval_s = interval_s
        self._clock_s = clock_s
        self._lock = threading.Lock()
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def warning(self, key: str, message: str, *args: object) -> None:
        """Log a warning, unless its key had a line in this interval."""
        self.log(logging.WARNING, key, message, *args)

    def error(self, key: str, message: str, *args: object) -> None:
        """Log an error, unless its key had a line in this interval."""
        self.log(logging.ERROR, key, message, *args)

    def log(self, level: int, key: str, message: str, *args: object) -> None:
        """Log at a level, unless the key had a line in this interval."""
        left_out = self._left_out(key)
        if left_out is None:
            return
        if left_out:
            message, args = f"{message} (and %d more like it)", (*args, left_out)
        self._log.log(level, message, *args)

    def _left_out(self, key: str) -> int | None:
        now_s = self._clock_s()
        with self._lock:
            since_s, left_out = self._seen.get(key, (-float("inf"), 0))
            if now_s - since_s < self._interval_s:
                self._seen[key] = (since_s, left_out + 1)
                return None
            self._seen[key] = (now_s, 0)
            self._seen.move_to_end(key)
            while len(self._seen) > MOST_KEYS:
                self._seen.popitem(last=False)
            return left_out


class _TerminalLines(logging.Formatter):
    def __init__(self, program: str) -> None:
        super().__init__(f"%(asctime)s {program} %(levelname)s %(name)s: %(message)s", datefmt="%H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        # What strangers sent must not be able to write lines of its own.
        record.message = "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in record.message)
        return super().formatMessage(record)


class _JournalLines(_TerminalLines):
    def __init__(self, program: str) -> None:
        super().__init__(program)
        self._style = logging.PercentStyle("%(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        priority = f"<{_SYSLOG_PRIORITY.get(record.levelno, 6)}>"
        return "\n".join(priority + line for line in super().format(record).split("\n"))
