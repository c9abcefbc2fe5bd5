"""Bringing a release to the box: from a folder, a stick or the web; signature first, everything bounded."""

import os
import shutil
import ssl
import time
import urllib.request
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any, Protocol

from upkeep.release import description, sums
from upkeep.release.description import Description
from upkeep.release.faults import ReleaseFault, Unreachable
from upkeep.release.signature import is_good
from upkeep.release.verifying import check_files, signed_list

STICK = Path("/media/beurt")
"""Where media-beurt.mount puts the stick with the label BEURT."""

ON_STICK = "beurt-release"
"""The folder on a stick, at its top."""

SILENCE_LIMIT_S = 30
WHOLE_LIMIT_S = 1800
ROOM_FACTOR = 6
"""A release grows by so much when it is installed."""

_CHUNK_BYTES = 256 * 1024


class Source(Protocol):
    """Where the files of a release come from."""

    def open(self, name: str) -> IO[bytes]:
        """One of its files; raises OSError."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder on this computer."""

    path: Path

    def open(self, name: str) -> IO[bytes]:
        """One of its files; raises OSError, also for a link."""
        return os.fdopen(os.open(self.path / name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")


@dataclass(frozen=True, slots=True)
class Web:
    """A folder on a web server, by https only; where that leads elsewhere nobody follows."""

    address: str
    proxy: str | None = None
    _opener: urllib.request.OpenerDirector = field(init=False)

    def __post_init__(self) -> None:
        if not self.address.startswith("https://"):
            raise ReleaseFault(f"{self.address[:80]!r}: a release comes by https:// or from a folder")
        secure = urllib.request.HTTPSHandler(context=ssl.create_default_context())
        through = urllib.request.ProxyHandler({"https": self.proxy} if self.proxy else None)
        object.__setattr__(self, "_opener", urllib.request.build_opener(through, secure, _StayHere))

    def open(self, name: str) -> IO[bytes]:
        """One of its files; raises OSError."""
        opened: IO[bytes] = self._opener.open(f"{self.address.rstrip('/')}/{name}", timeout=SILENCE_LIMIT_S)
        return opened


class Fetch:
    """One release on its way to a folder of our own, which nobody else can write to; all methods raise ReleaseFault."""

    def __init__(self, source: Source, into: Path, key: Path) -> None:
        self._source = source
        self._into = into
        self._key = key
        self._end_s = time.monotonic() + WHOLE_LIMIT_S
        self._bytes = 0
        self._listed: sums.Sums = {}

    def look(self) -> Description:
        """What is on offer: the signed list and the description, and nothing else yet."""
        shutil.rmtree(self._into, ignore_errors=True)
        (self._into / "wheels").mkdir(parents=True, mode=0o700)
        self._into.chmod(0o700)
        self._bring(sums.FILE, sums.MOST_BYTES)
        self._bring(sums.SIGNATURE, 1024)
        self._listed = signed_list(self._into, self._key, is_good)
        self._bring(description.FILE, description.MOST_BYTES)
        if sums.digest(self._into / description.FILE) != self._listed[description.FILE]:
            raise ReleaseFault(f"{description.FILE} is not what was signed; copy the release again")
        return description.read(self._into)

    def bring(self) -> Path:
        """The whole release, checked."""
        for name in self._listed:
            if name != description.FILE:
                self._bring(name, sums.MOST_FILE_BYTES)
        if shutil.disk_usage(self._into).free < self._bytes * ROOM_FACTOR:
            raise ReleaseFault(f"there is no room for it: {self._bytes * ROOM_FACTOR // 1024**2} MB must be free")
        check_files(self._into, self._listed)
        return self._into

    def _bring(self, name: str, most_bytes: int) -> None:
        try:
            with self._source.open(name) as source, (self._into / name).open("xb") as target:
                self._copy(source, target, name, most_bytes)
        except (OSError, HTTPException) as fault:
            raise Unreachable(f"{name} cannot be fetched: {fault}") from fault

    def _copy(self, source: IO[bytes], target: IO[bytes], name: str, most_bytes: int) -> None:
        left = most_bytes
        while chunk := source.read(_CHUNK_BYTES):
            left -= len(chunk)
            self._bytes += len(chunk)
            if left < 0 or self._bytes > sums.MOST_RELEASE_BYTES:
                raise ReleaseFault(f"{name} is larger than {most_bytes} bytes, or all together are too large")
            if time.monotonic() > self._end_s:
                raise ReleaseFault(f"it took longer than {WHOLE_LIMIT_S} s; try again, or bring it on a stick")
            target.write(chunk)


def stick(at: Path = STICK) -> Path | None:
    """The release on a stick, if one is in; systemd mounts it as soon as it is put in, for reading only."""
    release = at / ON_STICK
    try:
        return release if release.is_dir() else None
    except OSError:
        # Pulled out at this moment, or broken.
        return None


class _StayHere(urllib.request.HTTPErrorProcessor):
    """Takes nothing but what was asked for: to follow a redirection could lead out of https."""

    def http_response(self, request: urllib.request.Request, response: Any) -> Any:
        """The answer, unless the server sends us elsewhere or has nothing."""
        if response.status != HTTPStatus.OK:
            raise OSError(f"{request.full_url}: the server says {response.status} {response.reason}")
        return response

    https_response = http_response
