"""Runs one update again and again, each time killed a step later: power_cuts.py FOLDER FIRST STEP.

Each run is a process of its own on a box of its own. Prints, for each, where it was killed and what was then there.
"""

import contextlib
import json
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

from small_release import Organisation
from stand_in_box import StandInBox

CHANGING = frozenset(
    ["os.rename", "os.symlink", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "subprocess.Popen", "shutil.rmtree"]
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def main(folder: Path, first: int, step: int) -> None:
    organisation = Organisation(folder)
    release = organisation.release("2.0")
    for is_good in (True, False):
        moment, was_killed = first, True
        while was_killed:
            box = new_box(folder / f"box-{moment}", release, is_good=is_good)
            was_killed = is_killed(box, organisation, release, moment)
            after_cut = found(box)
            box.boots()
            again(box, organisation)
            run = {"is_good": is_good, "moment": moment, "cut": after_cut, "after": found(box)}
            sys.stdout.write(f"{json.dumps(run)}\n")
            # Else the next run's process would write it once more.
            sys.stdout.flush()
            shutil.rmtree(box.folder)
            moment += step


def new_box(folder: Path, release: Path, *, is_good: bool) -> StandInBox:
    box = StandInBox(folder)
    os.environ["PATH"] = f"{box.bin}:/usr/bin:/bin"
    box.has("1.0")
    box.has("2.0", release, critical="" if is_good else "the hub does not answer")
    box.uses("1.0")
    return box


def is_killed(box: StandInBox, organisation: Organisation, release: Path, moment: int) -> bool:
    """Let an update run until its so-manyth change; whether it came so far."""
    child = os.fork()
    if not child:
        count_down(moment)
        box.run(organisation, release)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def count_down(moment: int) -> None:
    left = moment

    def hook(event: str, args: tuple[Any, ...]) -> None:
        nonlocal left
        if event in CHANGING or (event == "open" and isinstance(args[2], int) and args[2] & WRITING):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def again(box: StandInBox, organisation: Organisation) -> None:
    """What the box does at its next start."""
    child = os.fork()
    if not child:
        box.update(organisation).resume()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"to resume ended with {status}")


def found(box: StandInBox) -> dict[str, Any]:
    trial = box.root / "trial.json"
    current = box.versions.current
    with contextlib.suppress(FileNotFoundError):
        return {
            "current": current,
            "is_whole": current in box.versions.whole(),
            "running": box.running,
            "is_on_trial": trial.exists(),
            "told": box.told["outcome"] if (box.folder / "health/update.json").exists() else None,
        }
    return {}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
