"""`beurt doctor` from its first line to its last."""

import logging
import sys
from pathlib import Path

import click
import msgspec

from doctor.box import find
from doctor.catalogue import CHECKS
from doctor.examination import examine
from doctor.machine import Machine
from doctor.telling.telling import tell
from doctor.text import told


def run(config: Path, devices: tuple[str, ...], root: Path, *, is_json: bool, is_kept: bool = False) -> int:
    """Look at this box and print what was found, and keep and tell it where asked; 0 good, 1 warning, 2 critical."""
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR)
    box = find(Machine(root), config, devices)
    report = examine(box, CHECKS)
    if is_json:
        click.echo(msgspec.json.format(msgspec.json.encode(report), indent=2))
    else:
        click.echo(told(report), nl=False)
    if is_kept:
        tell(box, report)
    return report.exit_code
