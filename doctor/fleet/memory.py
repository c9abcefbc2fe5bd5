"""When each branch was last reached, kept beside the page, so that it can say since when one is out of reach."""

from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from doctor.fleet.branches import Branch
from runtime.files import FOR_GROUP, put

MOST_BYTES: Final = 256 * 1024


def beside(page: Path) -> Path:
    """Where it is kept."""
    return page.with_name(f"{page.name}.reached.json")


def recalled(file: Path) -> dict[str, str]:
    """When each was reached; nothing where that is not known."""
    try:
        with file.open("rb") as source:
            return msgspec.json.decode(source.read(MOST_BYTES), type=dict[str, str])
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
        return {}


def with_memory(branches: tuple[Branch, ...], known: dict[str, str]) -> tuple[Branch, ...]:
    """The branches that are out of reach, with when they last were not."""
    return tuple(
        replace(branch, reached_at=known.get(branch.name)) if branch.reached_at is None else branch
        for branch in branches
    )


def remember(file: Path, branches: tuple[Branch, ...]) -> None:
    """Keep it for the next time.

    Raises:
        OSError: it cannot be written.
    """
    reached = {branch.name: branch.reached_at for branch in branches if branch.reached_at}
    put(file, msgspec.json.encode(reached), FOR_GROUP)
