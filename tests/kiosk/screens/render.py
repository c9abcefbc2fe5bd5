"""Renders the kiosk's screens to a folder: a process, a window and an X server for each size and look, two at a time.

Usage: render.py FOLDER [--sizes 800x480] [--looks large] [--languages nl,ar] [--views number]
"""

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from time import monotonic

from album import Shot, write_album
from kiosk_screens import SIZES
from x_server import x_server

AT_A_TIME = 2
USUAL = ("contrast", "low", "standard", "large")
"""The looks without their combinations and without speech, which are there by name."""


def main() -> int:
    """Render what is asked for; 1 where a text is cut off, things lie over each other, or nothing was rendered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name, values in (("sizes", SIZES), ("looks", USUAL), ("languages", ()), ("views", ())):
        parser.add_argument(f"--{name}", default=",".join(values))
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    started_s = monotonic()
    jobs = [(size, look) for look in given.looks.split(",") for size in given.sizes.split(",")]
    with ThreadPoolExecutor(AT_A_TIME) as workers:
        shots = [shot for some in workers.map(partial(_render, given), jobs) for shot in some]
    write_album(given.folder, shots)
    faulty = [shot for shot in shots if shot.faults]
    for shot in faulty:
        sys.stderr.write(f"{shot.file}: {'; '.join(shot.faults)}\n")
    told = f"{len(shots)} screens, {len(faulty)} with faults, in {monotonic() - started_s:.0f} s"
    sys.stderr.write(f"{told}: {given.folder / 'index.html'}\n")
    return 0 if shots and not faulty else 1


def _render(given: argparse.Namespace, job: tuple[str, str]) -> list[Shot]:
    size, look = job
    screen = SIZES[size]
    command = [
        *(sys.executable, str(Path(__file__).with_name("gallery.py")), size),
        *("x".join(map(str, screen.millimetres)), str(screen.bottom_above_floor_mm), str(given.folder)),
        *("--looks", look, "--languages", given.languages, "--views", given.views),
    ]
    # One window alone on a display: another one would lie over it.
    with x_server() as display:
        environment = dict(os.environ) | {"DISPLAY": display}
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    shots = [Shot(**json.loads(line)) for line in done.stdout.splitlines()]
    sys.stderr.write(f"{size} {look}: {len(shots)} screens\n")
    return shots


if __name__ == "__main__":
    sys.exit(main())
