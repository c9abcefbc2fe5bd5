"""SHA256SUMS: which files a release consists of, and what is in them. Standard library only."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from upkeep.release.faults import ReleaseFault

FILE, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
APART = "debs"
"""Debian packages that a card carries beside a release: no part of it, and never read from it."""

MOST_FILES = 500
MOST_BYTES = 256 * 1024
MOST_FILE_BYTES = 100 * 1024 * 1024
MOST_RELEASE_BYTES = 400 * 1024 * 1024

_LINE = re.compile(r"([0-9a-f]{64})  ((?:wheels/)?[A-Za-z0-9][A-Za-z0-9._+!-]{0,200})")
_CHUNK_BYTES = 1024 * 1024

Sums = Mapping[str, str]
"""SHA-256 in hex by the name of a file, which is in the folder itself or in its `wheels`."""


def decode(content: bytes) -> Sums:
    """The list as `sha256sum` writes it; raises ReleaseFault for any other name than a release has."""
    if len(content) > MOST_BYTES:
        raise ReleaseFault(f"{FILE} is larger than {MOST_BYTES} bytes")
    found: dict[str, str] = {}
    for number, line in enumerate(content.decode("ascii", errors="replace").splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if not match or match[2] in found:
            raise ReleaseFault(f"{FILE}:{number}: {line[:80]!r} is no line of a release")
        found[match[2]] = match[1]
    if not 0 < len(found) <= MOST_FILES:
        raise ReleaseFault(f"{FILE} names {len(found)} files; a release has 1 to {MOST_FILES}")
    return found


def encode(sums: Sums) -> bytes:
    """The list as `sha256sum --check` reads it."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())).encode()


def of_folder(folder: Path) -> Sums:
    """The list of all that is in a folder."""
    return {name: digest(folder / name) for name in files_of(folder)}


def digest(file: Path) -> str:
    """SHA-256 in hex; raises ReleaseFault for what is no plain file, or too large for a release."""
    if file.is_symlink() or not file.is_file():
        raise ReleaseFault(f"{file} is no plain file")
    if file.stat().st_size > MOST_FILE_BYTES:
        raise ReleaseFault(f"{file} is larger than {MOST_FILE_BYTES} bytes")
    digester = hashlib.sha256()
    with file.open("rb") as source:
        while chunk := source.read(_CHUNK_BYTES):
            digester.update(chunk)
    return digester.hexdigest()


def files_of(folder: Path) -> Iterator[str]:
    """The names of all that is in a release, but for the list and its signature; what does not belong there too."""
    for entry in sorted(folder.iterdir()):
        if entry.name in {FILE, SIGNATURE, APART}:
            continue
        if entry.name == "wheels" and not entry.is_symlink():
            yield from (f"wheels/{wheel.name}" for wheel in sorted(entry.iterdir()))
        else:
            yield entry.name
