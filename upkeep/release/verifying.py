"""Whether a folder holds exactly what the organisation signed. Standard library only, but for the signature."""

from collections.abc import Callable
from pathlib import Path

from upkeep.release import description, sums
from upkeep.release.description import Description
from upkeep.release.faults import ReleaseFault

NEEDED = (description.FILE, "requirements.txt")

Judge = Callable[[bytes, bytes, Path], bool]
"""Says whether the owner of a public key signed some bytes: content, signature, key."""


def signed_list(folder: Path, key: Path, is_good: Judge) -> sums.Sums:
    """The files that the release consists of, once the signature is found good; raises ReleaseFault."""
    content = read_bounded(folder / sums.FILE, sums.MOST_BYTES)
    signature = read_bounded(folder / sums.SIGNATURE, 1024)
    if not is_good(content, signature, key):
        raise ReleaseFault(f"{folder}: not signed with {key}; nothing of it was used")
    listed = sums.decode(content)
    missing = [name for name in NEEDED if name not in listed]
    if missing:
        raise ReleaseFault(f"{folder}: {', '.join(missing)} is not in {sums.FILE}")
    return listed


def verify(folder: Path, key: Path, is_good: Judge) -> Description:
    """Which release a folder holds, every file of it as it was signed and none besides; raises ReleaseFault."""
    listed = signed_list(folder, key, is_good)
    try:
        check_files(folder, listed)
    except OSError as fault:
        raise ReleaseFault(f"{folder} cannot be read: {fault}") from fault
    return description.read(folder)


def check_files(folder: Path, listed: sums.Sums) -> None:
    """Raise ReleaseFault unless a folder holds exactly these files."""
    found = set(sums.files_of(folder))
    if found != set(listed):
        odd = min(found ^ set(listed))
        raise ReleaseFault(f"{folder}: {odd} is {'not listed' if odd in found else 'missing'}; copy the release again")
    if sum((folder / name).lstat().st_size for name in listed) > sums.MOST_RELEASE_BYTES:
        raise ReleaseFault(f"{folder} is larger than {sums.MOST_RELEASE_BYTES} bytes")
    for name, digest in listed.items():
        if sums.digest(folder / name) != digest:
            raise ReleaseFault(f"{folder}: {name} is not what was signed; copy the release again")


def read_bounded(file: Path, most_bytes: int) -> bytes:
    """A small file; raises ReleaseFault where it cannot be read or is larger."""
    try:
        with file.open("rb") as source:
            content = source.read(most_bytes + 1)
    except OSError as fault:
        raise ReleaseFault(f"{file} cannot be read: {fault.strerror}") from fault
    if len(content) > most_bytes:
        raise ReleaseFault(f"{file} is larger than {most_bytes} bytes")
    return content
