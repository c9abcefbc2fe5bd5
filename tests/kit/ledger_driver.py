"""Drives the hub without its network: a real database, a clock in the test's hand."""

import json
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hub_process import BRANCH

from hub import clock
from hub.inbox import Request
from hub.ledger import Ledger
from hub.reports.bureau import Bureau
from hub.sitting import Done
from hub.snapshots.board import Boards
from hub.snapshots.floor import floor
from hub.snapshots.head import View
from hub.snapshots.menu import menu
from hub.storage.engine import open_engine
from hub.storage.store import Store
from runtime.settings.load import load
from wire.payload import encode

SUNDAY_MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SNAPSHOTS = {"menu": menu, "board": Boards().board, "floor": lambda view: floor(view, ())}

Payload = dict[str, Any]


def body(**fields: object) -> Payload:
    """A command's fields with an id of their own."""
    return {"request_id": str(uuid4()), **fields}


class TestTime:
    """The computer's clocks as far as the hub reads them, set by hand."""

    __test__ = False

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self.wall = SUNDAY_MORNING
        self.running_s = 1000.0
        self._in_step_file = folder / "synchronized"
        self._in_step_file.touch()
        patch.setattr(clock, "_wall", lambda: self.wall)
        patch.setattr(clock, "boot_time_s", lambda: self.running_s)
        patch.setattr(clock, "_is_kernel_in_step", lambda: False)
        patch.setattr(clock, "IN_STEP_FILE", self._in_step_file)
        self.battery_clock = folder / "since_epoch"
        patch.setattr(clock, "RTC_FILE", self.battery_clock)

    def wait(self, **duration: float) -> None:
        passed = timedelta(**duration)
        self.wall += passed
        self.running_s += passed.total_seconds()

    def trust(self, *, is_trusted: bool) -> None:
        """Let the time service be in step or not; the hub looks now and then."""
        self._in_step_file.touch() if is_trusted else self._in_step_file.unlink(missing_ok=True)
        self.running_s += 1


@dataclass
class LedgerDriver:
    """One branch's ledger on a database of its own; commands go in and come out as bytes."""

    folder: Path
    time: TestTime
    more: str = ""
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    @property
    def database(self) -> Path:
        return self.folder / "beurt.db"

    def start(self) -> None:
        text = BRANCH.format(branch="proef", port=1883, folder=self.folder, more=self.more, hub="hub-1")
        (self.folder / "branch.toml").write_text(text)
        self.settings = load(self.folder / "branch.toml")
        self.store = Store(open_engine(self.settings.hub.database), self.settings.reports.keep_months)
        self.ledger = Ledger(self.settings, self.store)

    def stop(self) -> None:
        self.store.close()

    def restart(self) -> None:
        self.stop()
        self.start()

    def carry_out(self, *commands: tuple[str, Payload | bytes]) -> Done:
        """One batch; the expiry is counted by the real clock."""
        done = self.ledger.carry_out([request(name, body) for name, body in commands])
        made = threading.Event()
        bureau = Bureau(made.set)
        for later in done.later:
            assert bureau.take(*later)
        done.replies += bureau.turn(self.ledger)
        while bureau.is_busy:
            assert made.wait(30)
            made.clear()
            done.replies += bureau.turn(self.ledger)
        return done

    def send(self, *commands: tuple[str, Payload]) -> list[Payload]:
        """One batch with bodies as they are; the answers."""
        return [json.loads(reply.payload) for reply in self.carry_out(*commands).replies]

    def ask(self, name: str, **fields: Any) -> Payload:
        [answer] = self.send((name, {"request_id": str(uuid4()), **fields}))
        return answer

    def do(self, name: str, **fields: Any) -> Payload:
        """A command that must be accepted."""
        answer = self.ask(name, **fields)
        assert answer["ok"] is True, (name, answer)
        return answer

    def code(self, name: str, **fields: Any) -> str:
        """Why a command is refused."""
        answer = self.ask(name, **fields)
        assert answer["ok"] is False, (name, answer)
        return str(answer["refusal"]["code"])

    def take(self, **fields: Any) -> Payload:
        ticket: Payload = self.do("take-ticket", **{"device": "kiosk-1", **fields})["ticket"]
        return ticket

    def visit(self, desk: str = "1", **finish: Any) -> Payload:
        """Take, call, start, finish."""
        self.do("open-desk", desk=desk)
        ticket = self.take()
        self.do("call-next", desk=desk)
        self.do("start-visit", desk=desk)
        return {**ticket, **self.do("finish-visit", desk=desk, **finish)}

    def wait(self, **duration: float) -> None:
        """Let time pass, and the hub see it."""
        self.time.wait(**duration)
        self.ledger.pass_time()

    def see(self, kind: str) -> Payload:
        """A snapshot of this moment."""
        view = View(self.settings, self.ledger.branch, self.ledger.epoch, self.ledger.clock.now())
        snapshot: Payload = json.loads(encode(SNAPSHOTS[kind](view)))
        return snapshot

    def calls(self) -> list[Payload]:
        calls: list[Payload] = self.see("board")["calls"]
        return calls

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What stands in the database, as anybody else would read it."""
        with sqlite3.connect(self.database) as connection:
            found = connection.execute(query).fetchall()
        connection.close()
        return found


def request(name: str, body: Payload | bytes, expiry_s: float = 5) -> Request:
    payload = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Request(name, payload, "beurt/v1/proef/reply/x", b"x", time.monotonic() + expiry_s)
