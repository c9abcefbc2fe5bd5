"""Files that are there wholly or not at all, also after a power cut."""

import json
import os
from pathlib import Path

Facts = dict[str, str | None]


def put(file: Path, content: bytes, mode: int) -> None:
    """Write a file in one step."""
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())
    settle(part, file)


def settle(part: Path, file: Path) -> None:
    """Give a file that is written its name, for good."""
    part.replace(file)
    handle = os.open(file.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def tell(file: Path, facts: Facts, mode: int = 0o644) -> None:
    """Leave word for the doctor of how something went."""
    put(file, f"{json.dumps(facts, ensure_ascii=False)}\n".encode(), mode)
