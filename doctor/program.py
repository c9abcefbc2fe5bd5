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
from doctor.text import told


def run(config: Path, devices: tuple[str, ...], root: Path, *, is_json: bool) -> int:
    """Look at this box and print what was found; 0 good, 1 warning, 2 critical."""
    logging.basicConfig(stream=sys.stderr, level=logging.ERROR)
    report = examine(find(Machine(root), config, devices), CHECKS)
    if is_json:
        click.echo(msgspec.json.format(msgspec.json.encode(report), indent=2))
    else:
        click.echo(told(report), nl=False)
    return report.exit_code
