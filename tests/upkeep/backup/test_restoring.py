import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hub_process import HubProcess
from ledger_driver import LedgerDriver
from mosquitto import Mosquitto
from wire_client import Payload, WireClient

from board.turns import is_newer, read_board
from console.picture import Picture
from kiosk.offer import Offers
from runtime.settings.load import load
from upkeep.backup.faults import BackupFault
from upkeep.backup.making import back_up
from upkeep.backup.restoring import restore
from upkeep.command_line import restore as restore_command
from wire.payload import read
from wire.state import Board, Floor, Menu


def backup_of(driver: LedgerDriver) -> Path:
    made = back_up(driver.settings, driver.folder / "backups")
    assert made is not None
    return made


def test_closed_days_are_back_in_a_database_of_its_own(driver: LedgerDriver) -> None:
    driver.visit()
    driver.do("close-day")
    backup, epoch = backup_of(driver), driver.ledger.epoch
    moment = driver.rows("SELECT last_at FROM branch")
    driver.wait(days=1)
    driver.visit()
    driver.do("close-day")
    driver.stop()
    done = restore(backup, driver.settings, driver.folder / "backups")
    assert driver.rows("SELECT helped FROM days") == [(1,)]
    assert driver.rows("SELECT last_at FROM branch") >= moment
    driver.start()
    assert driver.ledger.epoch != epoch
    assert driver.visit()["number"] == "1"
    assert done.days == 1
    assert done.kept is not None
    with closing(sqlite3.connect(done.kept)) as kept:
        assert kept.execute("SELECT count(*) FROM days").fetchone() == (2,)


def test_events_go_on_above_what_may_have_been_told(driver: LedgerDriver) -> None:
    driver.visit(questions=[{"outcome": "helped", "organisation": "uwv"}])
    driver.do("close-day")
    told = driver.store.newest_event
    backup = backup_of(driver)
    driver.stop()
    restore(backup, driver.settings, driver.folder / "backups")
    driver.start()
    driver.wait(days=1)
    driver.visit()
    driver.do("close-day")
    assert driver.store.newest_event > told + 1_000


def test_an_open_day_is_given_up_only_when_that_is_asked(driver: LedgerDriver) -> None:
    backup = backup_of(driver)
    driver.take()
    driver.stop()
    with pytest.raises(BackupFault, match="the day is open, with 1 tickets"):
        restore(backup, driver.settings, driver.folder / "backups")
    assert len(driver.rows("SELECT DISTINCT ticket_id FROM facts WHERE ticket_id IS NOT NULL")) == 1
    restore(backup, driver.settings, driver.folder / "backups", is_day_given_up=True)
    assert driver.rows("SELECT * FROM facts") == []


def test_a_hub_that_runs_keeps_its_database(driver: LedgerDriver) -> None:
    backup = backup_of(driver)
    driver.do("open-desk", desk="1")
    with pytest.raises(BackupFault, match="stop the hub first"):
        restore(backup, driver.settings, driver.folder / "backups", is_day_given_up=True)
    driver.take()


def test_a_damaged_database_is_replaced(driver: LedgerDriver) -> None:
    driver.visit()
    driver.do("close-day")
    backup = backup_of(driver)
    driver.stop()
    driver.database.write_bytes(b"no database at all" * 1000)
    done = restore(backup, driver.settings, driver.folder / "backups")
    assert done.kept is None
    assert driver.rows("SELECT helped FROM days") == [(1,)]


def test_on_a_new_box_there_is_nothing_to_put_aside(driver: LedgerDriver) -> None:
    backup = backup_of(driver)
    driver.stop()
    driver.database.unlink()
    done = CliRunner().invoke(
        restore_command,
        [str(backup), "--config", str(driver.folder / "branch.toml"), "--folder", str(driver.folder / "backups")],
        catch_exceptions=False,
    )
    assert done.exit_code == 0, done.output
    driver.start()
    assert driver.take()["number"] == "1"


@pytest.fixture
def hub(broker: Mosquitto, tmp_path: Path) -> Iterator[HubProcess]:
    made = HubProcess(tmp_path, broker.port)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def client(hub: HubProcess) -> Iterator[WireClient]:
    made = WireClient(hub.port, hub.branch)
    yield made
    made.close()


class Readers:
    """What kiosk, display and console keep of the snapshots that they hear."""

    def __init__(self, hub: HubProcess) -> None:
        self.offers = Offers(load(hub.config))
        self.board: Board | None = None
        self.console = Picture()

    def hear(self, board: Payload, menu: Payload, floor: Payload) -> None:
        came = read_board(json.dumps(board).encode())
        self.board = came if is_newer(came, self.board) else self.board
        for payload, kind in ((board, Board), (menu, Menu), (floor, Floor)):
            self.console.take(read(json.dumps(payload).encode(), kind), 0.0, is_retained=False)
        assert self.offers.take(read(json.dumps(menu).encode(), Menu)) is None


def test_every_reader_takes_what_a_restored_hub_tells(hub: HubProcess, client: WireClient) -> None:
    readers = Readers(hub)
    client.latest("menu")
    client.ask("open-desk", desk="1")
    for _ in range(5):
        client.ask("take-ticket", device="kiosk-1")
    client.ask("call-next", desk="1")
    floor = client.latest("floor", lambda floor: floor["today"]["taken"] == 5 and floor["today"]["waiting"] == 4)
    board = client.latest("board", lambda board: len(board["calls"]) == 1)
    readers.hear(board, client.latest("menu"), floor)
    client.ask("close-day")
    settings = load(hub.config)
    backup = back_up(settings, hub.folder / "backups")
    hub.stop()
    assert backup is not None
    restore(backup, settings, hub.folder / "backups")
    hub.start()
    client.wait_for(
        lambda: next((s for s in client.messages("state/board")[-1:] if s["epoch"] != board["epoch"]), None)
    )
    new = [
        client.latest(kind, lambda snapshot: snapshot["epoch"] != board["epoch"]) for kind in ("board", "menu", "floor")
    ]
    assert [snapshot["revision"] < board["revision"] for snapshot in new] == [True] * 3
    readers.hear(*new)
    kept = (readers.board, readers.console.board, readers.console.menu, readers.console.floor)
    assert {snapshot.epoch for snapshot in kept if snapshot} == {new[0]["epoch"]}
    assert readers.board is not None
    assert readers.board.calls == ()
    assert readers.offers._epoch == new[0]["epoch"]
