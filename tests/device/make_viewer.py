"""What shows the screen of a box that has nothing for that, unpacked in a new folder: make_viewer.py FOLDER MACHINE"""

import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from firmware_config.image import debs

PACKAGES = ("grim",)
OF_THE_BOX = "libc6_"
"""Its programs run by the box's own."""


def make(folder: Path, machine: str) -> None:
    with TemporaryDirectory() as place:
        debs.collect(Path(place), PACKAGES, debs.ARCHITECTURES[machine], partial(print, file=sys.stderr))
        for package in Path(place).glob("*.deb"):
            if not package.name.startswith(OF_THE_BOX):
                subprocess.run(["dpkg", "-x", package, f"{folder}.unfinished"], check=True)
    Path(f"{folder}.unfinished").replace(folder)


if __name__ == "__main__":
    make(Path(sys.argv[1]), sys.argv[2])
