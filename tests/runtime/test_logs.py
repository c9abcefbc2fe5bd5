import logging
import os
import subprocess
import sys

import pytest

from runtime.logs import MOST_KEYS, RateLimited

PROGRAM = """
import logging
from runtime.logs import configure
configure("hub")
log = logging.getLogger("hub.inbox")
log.debug("not told")
log.info("started")
log.warning("a topic: %s", "x\\nhub ERROR forged\\x1b[2J")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
"""


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def logged(**environment: str) -> list[str]:
    clean = {key: value for key, value in os.environ.items() if key != "JOURNAL_STREAM"}
    command = [sys.executable, "-c", PROGRAM]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=100, env=clean | environment)
    assert told.stdout == ""
    return told.stderr.splitlines()


def test_a_line_tells_time_program_level_and_place() -> None:
    assert logged()[0][8:] == " hub INFO hub.inbox: started"


def test_strangers_cannot_write_lines_of_their_own() -> None:
    assert logged()[1].endswith("hub WARNING hub.inbox: a topic: x\\x0ahub ERROR forged\\x1b[2J")


def test_an_unknown_error_shows_where_it_came_from() -> None:
    assert logged()[-1] == "ZeroDivisionError: division by zero"


def test_the_journal_gets_a_priority_on_each_line_and_no_second_clock() -> None:
    lines = logged(JOURNAL_STREAM="8:1")
    assert lines[0] == "<6>hub.inbox: started"
    assert lines[1].startswith("<4>hub.inbox: a topic")
    assert {line[:3] for line in lines[2:]} == {"<3>"}


def test_one_line_for_each_key_in_an_interval_and_then_how_many_were_left_out(caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    noise = RateLimited(logging.getLogger("test"), interval_s=10, clock_s=clock)
    for moment_s in (0, 1, 9, 11, 22):
        clock.now_s = moment_s
        noise.warning("bad", "dropped %s", moment_s)
        noise.error("other", "broken")
    assert [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING] == [
        "dropped 0",
        "dropped 11 (and 2 more like it)",
        "dropped 22",
    ]
    assert len([record for record in caplog.records if record.levelno == logging.ERROR]) == 3


def test_countless_keys_do_not_fill_the_memory() -> None:
    noise = RateLimited(logging.getLogger("test"))
    for number in range(MOST_KEYS * 3):
        noise.log(logging.DEBUG, f"key-{number}", "once")
    assert len(noise._seen) == MOST_KEYS
