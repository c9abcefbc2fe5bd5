"""What nobody can go below on this machine: a raw commit, a raw round trip, the bare imports."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

from clients import Echo, Voice

IMPORTS = "import paho.mqtt.client, sqlalchemy, msgspec"


class RawCommits:
    """One insert and one update in a transaction that survives a power cut, through nothing but sqlite3."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / f"floor-{uuid4().hex}.db", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("CREATE TABLE things (id INTEGER PRIMARY KEY, body BLOB)")
        self._connection.execute("CREATE TABLE counter (value INTEGER)")
        self._connection.execute("INSERT INTO counter VALUES (0)")

    def commit(self) -> None:
        self._connection.execute("BEGIN")
        self._connection.execute("INSERT INTO things (body) VALUES (?)", (b"x" * 300,))
        self._connection.execute("UPDATE counter SET value = value + 1")
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


class RawRoundTrips:
    """A QoS 1 request to another process that answers at once, and its answer."""

    def __init__(self, port: int) -> None:
        self._echo = Echo(port)
        self._voice = Voice(port, "bench/answers")

    def go(self) -> float:
        """How long one took, in seconds."""
        return self._voice.ask_s("bench/questions", b"x" * 100, "bench/answers")

    def close(self) -> None:
        self._voice.close()
        self._echo.close()


def bare_start_s() -> float:
    """A Python that imports what the hub cannot do without, and ends."""
    began_s = time.perf_counter()
    subprocess.run([sys.executable, "-c", IMPORTS], check=True)
    return time.perf_counter() - began_s


def bare_rss_kb() -> int:
    """What such a Python holds in memory."""
    code = f"{IMPORTS}\nprint(open('/proc/self/status').read().split('VmRSS:')[1].split()[0])"
    return int(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
