"""A box's first boot, from its card to the welcome screen.

Standard library only: it runs with the system's Python, from our wheel on the card, before anything is installed.
cloud-init calls it with --begin, once; from then on it is a unit of its own, which goes on after a power cut.
"""

import argparse
import sys
from pathlib import Path
from typing import Final

from firmware_config.first_boot.place import CARD, Failed, Place, Runner
from firmware_config.first_boot.screen import Screen
from firmware_config.first_boot.steps import STEPS

UNIT: Final = "beurt-first-boot.service"
AGAIN: Final = 1
_UNIT: Final = """\
[Unit]
Description=Aan de beurt: makes this box ready, once
ConditionPathExists=!/var/lib/beurt-first-boot/done
# Not after cloud-final: that waits for multi-user.target, which waits for this.
After=local-fs.target network.target
# A login would write over what is told on the screen.
Conflicts=getty@tty1.service
StartLimitIntervalSec=0

[Service]
Type=oneshot
Environment=PYTHONPATH={wheel} PYTHONDONTWRITEBYTECODE=1
ExecStart=/usr/bin/python3 -m firmware_config.first_boot.install
TimeoutStartSec=infinity
Restart=on-failure
RestartSec=30

[Install]
WantedBy=multi-user.target
"""


def begin(place: Place, runner: Runner) -> None:
    """Become a unit that starts now, and again after each power cut until all is done."""
    unit = place.root / "etc/systemd/system" / UNIT
    unit.parent.mkdir(parents=True, exist_ok=True)
    unit.write_text(_UNIT.format(wheel=place.wheel), encoding="utf-8")
    runner.run("systemctl", "daemon-reload")
    runner.run("systemctl", "enable", UNIT)
    runner.run("systemctl", "start", "--no-block", UNIT)


def go_on(place: Place, runner: Runner, screen: Screen) -> int:
    """Do every step that is not done yet; the exit code is 0, or 1 where one is to be tried again."""
    place.state.mkdir(parents=True, exist_ok=True)
    try:
        steps = STEPS[place.kind]
    except ValueError as fault:
        screen.failed(1, 1, "De kaart wordt nagekeken", str(fault))
        return AGAIN
    for number, step in enumerate(steps, start=1):
        mark = place.state / f"step-{number}"
        if mark.exists():
            continue
        screen.step(number, len(steps), step.name)
        try:
            step.work(place, runner)
        except (Failed, OSError, ValueError) as fault:
            screen.failed(number, len(steps), step.name, str(fault))
            return AGAIN
        mark.touch()
    screen.ready(len(steps))
    # After a power cut some of Debian's services run by their own settings; rules for devices, the kernel and the
    # watchdog count from a start on. And so it is seen at once that the box starts by itself.
    runner.run("systemctl", "--no-block", "reboot")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Begin, or go on; the exit code is 0, or 1 where something is to be tried again."""
    parser = argparse.ArgumentParser(prog="firmware_config.first_boot.install", description=main.__doc__)
    parser.add_argument("--begin", action="store_true", help="become a unit of systemd")
    parser.add_argument("--card", type=Path, default=CARD, help="our folder on the card")
    wanted = parser.parse_args(arguments)
    place, runner = Place(card=wanted.card), Runner()
    if wanted.begin:
        begin(place, runner)
        return 0
    return go_on(place, runner, Screen(log=wanted.card / "log.txt"))


if __name__ == "__main__":
    sys.exit(main())
