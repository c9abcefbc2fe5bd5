"""The rights at the broker of Debian 13, which the boxes have: the same trial as at the one of this computer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMIT_S = 900


def started_from(debian: Path, folder: Path) -> Path:
    """A command that runs the broker of another Debian here, with that one's libraries."""
    loader = next(debian.glob("lib*/ld-linux*.so.*"))
    libraries = ":".join(str(place) for place in (debian / "usr/lib").glob("*-linux-gnu"))
    command = folder / "mosquitto"
    command.write_text(f'#!/bin/sh\nexec {loader} --library-path {libraries} {debian}/usr/sbin/mosquitto "$@"\n')
    command.chmod(0o755)
    return command


@pytest.mark.timeout(LIMIT_S)
def test_every_right_holds_at_the_broker_that_the_boxes_have(tmp_path: Path) -> None:
    broker = started_from(Path(os.environ["DEVICE_ROOT"]), tmp_path)
    told = subprocess.run([broker, "-h"], capture_output=True, text=True, check=False).stdout
    assert told.startswith("mosquitto version 2.0.2")
    trial = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/broker"]
    done = subprocess.run(
        trial, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "MOSQUITTO": str(broker)}
    )
    assert done.returncode == 0, done.stdout
