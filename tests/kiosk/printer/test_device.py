import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import pytest
from marked_jobs import Finder, marked
from virtual_road import VirtualRoad

from kiosk.printer import commands
from kiosk.printer.device import Device
from kiosk.printer.models import model_of
from kiosk.printer.patience import JOB_LIMIT_S
from kiosk.printer.result import Verdict
from kiosk.printer.roll import LAST_MM, NARROW_ROLL_MM, Roll
from runtime.settings.model import Printer
from simulator.printer.head import head_for
from simulator.printer.paper import Slip
from simulator.printer.printer import VirtualPrinter

LISTEN_S = 0.25
OVERTIME_S = 0.5
SLOWEST_BYTES_A_SECOND = 960
RECOVERY_S = 3
FAULTS = ("paper-out", "cover-open", "mute", "vanish", "slow 9600", "slow 2400")
TEXT = b"27\n" * 15
ARABIC = commands.bands(b"\x0f" * 30 * 50, 30, is_doubled=True)
LARGE = commands.bands(b"\x55" * 48 * 200, 48, is_doubled=False)
BODIES = (TEXT, TEXT, ARABIC, LARGE)


@dataclass
class Booth:
    """Visitors who take tickets from a printer in trouble, staff who print some again, and a book of it all."""

    random: Random
    profile: str = "TM-T20II"
    roll: Roll | None = None
    verdicts: list[Verdict] = field(default_factory=list)
    copies: Counter[int] = field(default_factory=Counter)
    finder: Finder = field(default_factory=Finder)
    broken_off: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.printer = Printer(kind="serial", port="none", baud=115200, profile=self.profile, width_dots=384)
        self.road = VirtualRoad(VirtualPrinter(head_for(384)))
        self.device = Device(
            self.printer, model_of(self.printer), lambda: False, roll=self.roll, transport=self.road, now=self.road.now
        )
        self.device.look()
        self._looked_s = self.road.now_s

    @property
    def state(self) -> str:
        return self.device.state.state

    def idle(self, seconds: float) -> None:
        """As the printer's thread does while there is no job."""
        until = self.road.now_s + seconds
        while self.road.now_s < until:
            self.road.pass_time(LISTEN_S)
            if self.road.now_s - self._looked_s >= self.device.interval_s:
                self.device.look()
                self._looked_s = self.road.now_s
            else:
                self.device.listen()

    def print(self, body: bytes) -> Verdict:
        data = marked(len(self.verdicts), body)
        begun_s = self.road.now_s
        verdict = self.device.print(data)
        assert self.road.now_s - begun_s < len(data) / SLOWEST_BYTES_A_SECOND + JOB_LIMIT_S + OVERTIME_S
        self.verdicts.append(verdict)
        self.count()
        job = len(self.verdicts) - 1
        if verdict.paper == "failed" and verdict.cause != "silent" and not self.copies[job]:
            self.broken_off += [] if self._hangs_out_whole() else [job]
        return verdict

    def _hangs_out_whole(self) -> bool:
        """Whether the last job is on paper to its end, and was not cut off yet."""
        hanging = self.road.printer._mechanism._roll
        paper = Slip(hanging._head, hanging._draw(), is_torn=False)
        return bool(replace(self.finder).whole([paper]))

    def count(self) -> None:
        self.copies.update(self.finder.whole(self.road.slips))
        self.road.slips.clear()

    def take_ticket_in_trouble(self) -> None:
        for _ in range(self.random.choice((0, 0, 0, 1, 1, 2))):
            begins_s = self.random.uniform(0, 3)
            self.road.plan(begins_s, self.random.choice(FAULTS))
            self.road.plan(begins_s + self.random.uniform(0.05, 6), "ok")
        self.idle(self.random.uniform(0, 2))
        body = self.random.choice(BODIES)
        if self.print(body).paper == "failed" and self.random.random() < 0.5:
            self.idle(self.random.uniform(0, 5))
            self.print(body)

    def end_of_day(self) -> None:
        self.road.plan(6, "ok")
        self.idle(6 + RECOVERY_S + LISTEN_S)
        assert self.state == "ready"
        assert self.print(TEXT).paper != "failed"
        self.idle(6)
        self.count()


def kept(booth: Booth) -> None:
    """What is promised of every ticket, whatever happened."""
    told = [verdict.paper for verdict in booth.verdicts]
    missing = [job for job, paper in enumerate(told) if paper == "printed" and not booth.copies[job]]
    assert missing == []
    assert {job: copies for job, copies in booth.copies.items() if copies > 1} == {}
    assert [job for job in booth.broken_off if booth.copies[job]] == []


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Thousands of faults are no news here."""
    caplog.set_level(logging.ERROR)


def soak(tickets: int, seed: int, profile: str) -> Booth:
    booth = Booth(Random(seed), profile)  # noqa: S311 - the same bad day each time
    for _ in range(tickets):
        booth.take_ticket_in_trouble()
    booth.end_of_day()
    kept(booth)
    return booth


@pytest.mark.parametrize("profile", ["TM-T20II", "TM-T88III"])
def test_a_bad_day_has_no_ticket_that_is_missing_or_twice(profile: str) -> None:
    booth = soak(150, 1, profile)
    told = Counter(verdict.paper for verdict in booth.verdicts)
    assert told["failed"] > 20
    assert told["printed" if profile == "TM-T20II" else "processed"] > 80


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_tickets_on_bad_days_are_never_missing_nor_twice(seed: int) -> None:
    booth = soak(1000, seed, "TM-T20II")
    assert len(booth.verdicts) >= 1000


def test_a_printer_that_cannot_see_its_paper_end_is_low_by_what_was_counted(tmp_path: Path) -> None:
    booth = Booth(Random(1), roll=Roll(384, tmp_path / "roll"))  # noqa: S311 - no bad day here
    assert booth.roll is not None
    booth.roll.use(NARROW_ROLL_MM - LAST_MM - 1)
    assert booth.state == "ready"
    assert booth.print(TEXT) == Verdict("printed")
    assert booth.state == "paper-low"
    booth.device.take_new_roll()
    assert booth.state == "ready"


def test_a_new_roll_after_the_paper_ended_is_noticed_by_itself() -> None:
    booth = Booth(Random(1), roll=Roll(384))  # noqa: S311 - no bad day here
    assert booth.roll is not None
    booth.roll.use(NARROW_ROLL_MM)
    booth.road.plan(0, "paper-out")
    booth.idle(1)
    assert booth.state == "paper-out"
    booth.road.plan(0, "ok")
    booth.idle(RECOVERY_S)
    assert (booth.state, booth.roll.used_mm) == ("ready", 0)


def test_a_printer_that_sees_its_paper_end_is_not_second_guessed() -> None:
    booth = Booth(Random(1), "TM-T88V", roll=Roll(384))  # noqa: S311 - no bad day here
    assert booth.roll is not None
    booth.roll.use(NARROW_ROLL_MM)
    booth.idle(6)
    assert booth.state == "ready"


def test_each_job_is_counted_on_the_roll() -> None:
    booth = Booth(Random(1), roll=Roll(384))  # noqa: S311 - no bad day here
    assert booth.roll is not None
    booth.print(TEXT)
    booth.print(LARGE)
    assert booth.roll.used_mm == pytest.approx(2 * (12 + 2 * 24 / 8) + 15 * 30 / 8 + 200 / 8, abs=1)


def test_a_fault_that_was_over_before_it_was_heard_fails_the_job_all_the_same() -> None:
    booth = Booth(Random(1))  # noqa: S311 - no bad day here
    booth.road.plan(0.4, "paper-out")
    booth.road.plan(0.4, "ok")
    assert booth.print(LARGE) == Verdict("failed", "paper-out")
    booth.idle(RECOVERY_S)
    assert booth.print(TEXT) == Verdict("printed")
