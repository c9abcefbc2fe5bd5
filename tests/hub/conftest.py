from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from hub_process import HubProcess
from ledger_driver import LedgerDriver, TestTime
from wire_client import WireClient

from hub.storage.engine import open_engine
from hub.storage.schema import migrate


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables with nothing in them: copied, they save each test the migrations."""
    path = tmp_path_factory.mktemp("empty") / "beurt.db"
    engine = open_engine(f"sqlite:///{path}")
    with engine.connect() as connection, connection.begin():
        migrate(connection)
    connection.close()
    engine.dispose()
    return path


@pytest.fixture
def start_hub(tmp_path: Path, broker: Any, empty_database: Path) -> Iterator[Callable[..., HubProcess]]:
    """Starts hubs on the common broker, each a branch of its own; they end with the test."""
    started: list[HubProcess] = []

    def start(more: str = "", port: int | None = None, **environment: str) -> HubProcess:
        folder = tmp_path / f"hub-{len(started)}"
        folder.mkdir()
        copyfile(empty_database, folder / "beurt.db")
        hub = HubProcess(folder, port or broker.port, more, environment=environment)
        hub.start()
        started.append(hub)
        return hub

    yield start
    for hub in started:
        hub.stop()


@pytest.fixture
def client_of() -> Iterator[Callable[..., WireClient]]:
    """Makes third-party clients of a hub's branch, once the hub has spoken."""
    made: list[WireClient] = []

    def make(hub: HubProcess, name: str = "third-party") -> WireClient:
        client = WireClient(hub.port, hub.branch, name)
        made.append(client)
        client.latest("menu")
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def client(start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]) -> WireClient:
    """A third party of a freshly started branch."""
    return client_of(start_hub())


class SharedClient(WireClient):
    """A third party that may look into the log of its hub."""

    def __init__(self, hub: HubProcess) -> None:
        super().__init__(hub.port, hub.branch)
        self.hub = hub


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, broker: Any, empty_database: Path) -> Iterator[SharedClient]:
    """A third party of a branch that other tests of the module use too: for what changes nothing."""
    hub = HubProcess(tmp_path_factory.mktemp("shared"), broker.port)
    copyfile(empty_database, hub.database)
    hub.start()
    client = SharedClient(hub)
    client.latest("menu")
    yield client
    client.close()
    hub.stop()


@pytest.fixture
def hub_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestTime:
    """The clocks of an ordinary Sunday morning, in step."""
    return TestTime(monkeypatch, tmp_path)


@pytest.fixture
def make_ledger(tmp_path: Path, hub_time: TestTime, empty_database: Path) -> Iterator[Callable[..., LedgerDriver]]:
    """Makes ledgers, with more lines for the branch file."""
    made: list[LedgerDriver] = []

    def make(more: str = "") -> LedgerDriver:
        folder = tmp_path / f"ledger-{len(made)}"
        folder.mkdir()
        copyfile(empty_database, folder / "beurt.db")
        made.append(LedgerDriver(folder, hub_time, more))
        return made[-1]

    yield make
    for driver in made:
        driver.stop()


@pytest.fixture
def ledger(make_ledger: Callable[..., LedgerDriver]) -> LedgerDriver:
    """A freshly started branch without a network."""
    return make_ledger()
