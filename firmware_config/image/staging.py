"""The branch file as its box will have it, with the organisation's file and our conventions below it."""

import os
import re
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from firmware_config.image.card import CardFault
from firmware_config.image.conventions import conventions, toml
from runtime.settings.faults import SettingsFaults
from runtime.settings.load import load
from runtime.settings.model import Settings
from runtime.settings.sources import ORGANISATION, merged

NOBODYS = '[branch]\nid = "nieuw"\nname = "Nog van geen vestiging"\n'
"""For a box that is of no branch yet."""

PICTURES = {".png", ".svg"}
MOST_BYTES = 256 * 1024


@contextmanager
def staged(branch: Path | None, organisation: Path | None) -> Iterator[tuple[Path, Settings]]:
    """A folder as /etc/beurt will be, with the settings that the box will load from it.

    Raises:
        CardFault: a file cannot be read, or has faults.
    """
    folder = branch.parent if branch else Path()
    own = _read(branch) if branch else NOBODYS
    beside = organisation or folder / ORGANISATION
    shared = _tables(_read(beside), beside) if beside.exists() else {}
    tables = merged(_tables(own, branch or beside), shared)
    with tempfile.TemporaryDirectory() as place:
        etc = Path(place)
        _write(etc / "branch.toml", own)
        _write(etc / ORGANISATION, f"# Made by `beurt image`.\n{toml(merged(shared, conventions(tables)))}")
        for picture in _pictures(tables):
            file = folder / picture
            if file.exists():
                (etc / picture).parent.mkdir(parents=True, exist_ok=True)
                (etc / picture).write_bytes(file.read_bytes())
        yield etc, _loaded(etc, branch)


def on_box(place: Path, etc: Path) -> str:
    """Where a file of the staged settings is on the box, from its root on: a relative one is beside the branch file."""
    if place.is_relative_to(etc):
        return f"etc/beurt/{place.relative_to(etc).as_posix()}"
    # Windows puts a drive before a path that has none.
    return place.relative_to(place.anchor).as_posix()


def _loaded(etc: Path, branch: Path | None) -> Settings:
    try:
        return load(etc / "branch.toml")
    except SettingsFaults as fault:
        told = str(fault).replace(str(etc / "branch.toml"), str(branch)).replace(f"{etc}{os.sep}", "")
        # Made anew with our conventions in it: its lines are not those that somebody wrote.
        raise CardFault(re.sub(rf"(?m)^{ORGANISATION}:\d+", ORGANISATION, told)) from fault


def _tables(text: str, file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        raise CardFault(f"{file}: {fault}; `beurt check {file}` says more") from fault


def _read(file: Path) -> str:
    try:
        with file.open("rb") as source:
            return source.read(MOST_BYTES + 1).decode().replace("\r\n", "\n")
    except OSError as fault:
        raise CardFault(f"{file} cannot be read: {fault.strerror or fault}") from fault
    except UnicodeDecodeError as fault:
        raise CardFault(f"{file} is no text in UTF-8: open it in an editor, and save it as that") from fault


def _write(file: Path, text: str) -> None:
    file.write_bytes(text.encode())


def _pictures(tables: dict[str, object]) -> Iterator[str]:
    """The pictures beside the branch file that its topics name."""
    topics = tables.get("topics")
    for topic in topics if isinstance(topics, list) else []:
        if isinstance(topic, dict):
            picture = topic.get("picture")
            if isinstance(picture, str) and Path(picture).suffix.lower() in PICTURES:
                yield picture
            yield from _pictures(topic)
