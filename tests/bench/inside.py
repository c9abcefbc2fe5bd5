"""The hub without its network: what a command costs, on a small and on a large database."""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

from floors import RawCommits
from hub_process import BRANCH
from watch import Ratio, Times, in_turn

from hub.inbox import Request
from hub.ledger import Ledger
from hub.snapshots.board import Boards
from hub.snapshots.head import View
from hub.storage.engine import open_engine
from hub.storage.store import Store
from runtime.settings.load import load
from wire.payload import encode

VISITS = ("2026-01-02", "morning", "ticket", "ido", "digid", "helped", "uwv", None, "find-way", None)


class Inside:
    """One ledger, asked directly."""

    def __init__(self, folder: Path, visits: int) -> None:
        folder.mkdir()
        text = BRANCH.format(branch="bench", port=1883, folder=folder, more="", hub="hub-1")
        (folder / "branch.toml").write_text(text)
        self.settings = load(folder / "branch.toml")
        self.store = Store(open_engine(self.settings.hub.database), self.settings.reports.keep_months)
        self.ledger = Ledger(self.settings, self.store)
        self._boards = Boards()
        add_visits(folder / "beurt.db", visits)
        self.ask("open-desk", desk="1")

    def ask(self, name: str, **fields: Any) -> None:
        body = json.dumps({"request_id": str(uuid4()), **fields}).encode()
        [reply] = self.ledger.carry_out([Request(name, body, "x", b"x", time.monotonic() + 10)]).replies
        assert b'"ok":true' in reply.payload, reply.payload

    def take(self) -> None:
        self.ask("take-ticket", device="kiosk-1")

    def call(self) -> None:
        self.ask("call-next", desk="1")

    def put_away(self) -> None:
        self.ask("miss-ticket", desk="1")

    def board(self) -> None:
        encode(self._boards.board(View(self.settings, self.ledger.branch, self.ledger.epoch, self.ledger.clock.now())))


def add_visits(database: Path, count: int) -> None:
    with sqlite3.connect(database) as connection:
        names = "date, part_of_day, channel, line, topic, outcome, organisation, referred_to, need, course"
        marks = ", ".join("?" * len(VISITS))
        connection.executemany(f"INSERT INTO visits ({names}) VALUES ({marks})", (VISITS for _ in range(count)))  # noqa: S608
    connection.close()


@contextmanager
def opened(folder: Path, visits: int) -> Iterator[Inside]:
    inside = Inside(folder, visits)
    yield inside
    inside.store.close()


def taking(folder: Path, rounds: int, times: int) -> Ratio:
    """A ticket inside the hub, against a raw commit."""
    floor, ours = Times(), Times()
    with opened(folder / "b1", 0) as inside, closing(RawCommits(folder)) as commits:
        ratio = in_turn(rounds, lambda: ours.add(inside.take, times), lambda: floor.add(commits.commit, times))
    return Ratio(ratio, 4, 2, {"take": ours.told(), "raw_commit": floor.told()})


def growing(folder: Path, rounds: int, times: int, many: int) -> Ratio:
    """Take, call and board with many stored visits, against a thousand."""
    told: dict[str, object] = {"visits": many}
    ratios = []
    with opened(folder / "few", 1000) as few, opened(folder / "many", many) as lots:
        for name in ("take", "call", "board"):
            one, other = Times(), Times()
            ratios.append(
                in_turn(
                    rounds,
                    lambda name=name, times_=other: median(_go(lots, name, times_) for _ in range(times)),
                    lambda name=name, times_=one: median(_go(few, name, times_) for _ in range(times)),
                )
            )
            told[name] = {"ratio": round(ratios[-1], 3), "few": one.told(), "many": other.told()}
    return Ratio(max(ratios), 1.5, 1.1, told)


def _go(inside: Inside, name: str, times: Times) -> float:
    if name != "call":
        return times.add(getattr(inside, name))
    inside.take()
    duration_s = times.add(inside.call)
    inside.put_away()
    return duration_s
