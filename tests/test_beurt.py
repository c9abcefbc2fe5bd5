import subprocess
import sys

from rooms import ROOMS, ROOT

import beurt

HEAVY = ("kivy", "paho", "sqlalchemy", "litestar")


def test_the_commands_of_every_room_are_there() -> None:
    listing = [f"{room}.command_line" for room in ROOMS if (ROOT / room / "command_line.py").exists()]
    assert [room.__name__ for room in beurt.ROOMS] == listing


def test_no_two_rooms_give_a_command_the_same_name() -> None:
    names = [command.name for room in beurt.ROOMS for command in room.commands]
    assert len(names) == len(set(names)) == len(beurt.main.commands)


def test_starting_the_command_loads_no_program() -> None:
    code = f"import sys, beurt; print([name for name in {HEAVY} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert told.stdout.strip() == "[]"
