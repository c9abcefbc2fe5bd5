"""`beurt fleet` from its first line to its last."""

import logging
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import click
import msgspec

from doctor.commands import Commands
from doctor.fleet.branches import Fleet
from doctor.fleet.file import Faulty, read
from doctor.fleet.memory import beside, recalled, remember, with_memory
from doctor.fleet.page import page
from doctor.fleet.reading import read_all
from doctor.fleet.roads import road
from runtime.files import FOR_ALL, put
from wire.times import at_text

CANNOT: Final = 3
"""Unknown, as Nagios calls it: nothing was looked at."""


def run(file: Path, out: Path | None, *, is_json: bool) -> int:
    """Look at all branches; print what wants somebody and write the page. 0 good, 1 warning, 2 critical, 3 no list."""
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR)
    try:
        listed = read(file)
    except Faulty as fault:
        click.echo(fault, err=True)
        return CANNOT
    now = datetime.now(UTC)
    to_branch = partial(road, beside=file.parent, now=now, commands=Commands())
    branches = read_all(listed.branches, to_branch)
    known = beside(out) if out else None
    if known is not None:
        branches = with_memory(branches, recalled(known))
    fleet = Fleet(at=at_text(now), title=listed.title, branches=branches)
    click.echo(_json(fleet) if is_json else told(fleet), nl=False)
    if out is not None and known is not None:
        try:
            put(out, page(fleet).encode(), FOR_ALL)
            remember(known, branches)
        except OSError as fault:
            click.echo(f"{out} cannot be written: {fault.strerror}", err=True)
            return CANNOT
    return fleet.exit_code


def told(fleet: Fleet) -> str:
    """A line for each branch that wants somebody, and one for all that do not."""
    lines = [
        f"{branch.state.upper():12}{branch.name}: {trouble.name}: {_printable(trouble.what)}\n"
        for branch in fleet.of("unreachable", "critical", "warning")
        for trouble in branch.troubles
    ]
    return "".join([*lines, f"{len(fleet.of('good'))} of {len(fleet.branches)} branches are well\n"])


def _json(fleet: Fleet) -> str:
    return f"{msgspec.json.format(msgspec.json.encode(fleet), indent=2).decode()}\n"


def _printable(text: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in text)
