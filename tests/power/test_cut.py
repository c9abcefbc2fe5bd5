"""The power goes in the middle of a rush: nothing that was answered may be lost."""

import signal
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from cuttable_disk import CuttableDisk, make, why_not
from hub_process import HubProcess
from mosquitto import Mosquitto
from wire_client import Payload, WireClient

CLIENTS = 4
RUSH_S = (0.6, 0.9, 1.3, 1.7, 2.2)

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]


@pytest.fixture
def disk(tmp_path: Path) -> CuttableDisk:
    trial = tmp_path / "trial"
    trial.mkdir()
    if reason := why_not(trial):
        pytest.skip(reason)
    return make(tmp_path)


class Visitor(threading.Thread):
    """Takes one number after the other, and keeps each that it was given with its request."""

    def __init__(self, port: int, branch: str) -> None:
        super().__init__(daemon=True)
        self.given: dict[str, str] = {}
        self.is_enough = threading.Event()
        self._client = WireClient(port, branch)

    def run(self) -> None:
        while not self.is_enough.is_set():
            request = str(uuid4())
            correlation = self._client.post("take-ticket", {"request_id": request, "device": "kiosk-1"})
            answer = self._answer_to(correlation)
            if answer is not None and answer["ok"]:
                self.given[request] = answer["ticket"]["number"]

    def _answer_to(self, correlation: bytes) -> Payload | None:
        while not self.is_enough.is_set():
            answer = self._client.wait_for(lambda: self._client.answer_to(correlation), patience_s=0.2)
            if answer is not None:
                return answer
        return None

    def leave(self) -> None:
        self.is_enough.set()
        self.join()
        self._client.close()


def rush(visitors: list[Visitor], for_s: float) -> None:
    for visitor in visitors:
        visitor.start()
    time.sleep(for_s)


def given(visitors: list[Visitor]) -> dict[str, str]:
    return {request: number for visitor in visitors for request, number in visitor.given.items()}


def hub_on(folder: Path, broker: Mosquitto, branch: str) -> HubProcess:
    hub = HubProcess(folder, broker.port, branch=branch)
    hub.start()
    return hub


@pytest.mark.parametrize("seed", range(len(RUSH_S)))
def test_every_number_that_was_answered_is_there_after_a_power_cut(
    disk: CuttableDisk,
    own_broker: Callable[..., Mosquitto],
    tmp_path: Path,
    seed: int,
) -> None:
    branch, broker = f"stroom-{seed}", own_broker()
    with disk.mounted() as folder:
        hub = hub_on(folder, broker, branch)
        first = WireClient(broker.port, branch)
        hub.tells(first, "ready")
        visitors = [Visitor(broker.port, branch) for _ in range(CLIENTS)]
        (folder / "nobody-synced-this").write_text("x" * 100_000)
        rush(visitors, RUSH_S[seed])
        assert hub.process is not None
        hub.process.send_signal(signal.SIGSTOP)
        left = disk.cut(tmp_path / "cut")
        broker.kill()
        hub.kill()
        first.close()
        for visitor in visitors:
            visitor.leave()
    promised = given(visitors)
    assert len(promised) > 20

    broker.start()
    with left.mounted() as folder:
        assert not (folder / "nobody-synced-this").exists() or (folder / "nobody-synced-this").stat().st_size == 0
        with closing(sqlite3.connect(folder / "beurt.db")) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        hub = hub_on(folder, broker, branch)
        client = WireClient(broker.port, branch)
        hub.tells(client, "ready")
        kept = {
            request: client.send("take-ticket", {"request_id": request, "device": "kiosk-1"})["ticket"]["number"]
            for request in promised
        }
        client.close()
        hub.kill()
    assert kept == promised
    assert len(set(promised.values())) == len(promised)
