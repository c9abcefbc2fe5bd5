"""The hub against the world: killed, without a broker, on a database that fails."""

import resource
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from hub_process import BRANCH, HubProcess
from watchdog import Watchdog
from wire_client import Payload, WireClient

HOLDER = Path(__file__).parents[1] / "kit/hold_thread.py"
LIMIT_OF_THE_UNIT_S = 6.0


class Visitor:
    """Takes tickets without a pause, repeating each request until it is answered, as a kiosk may."""

    def __init__(self, client: WireClient) -> None:
        self.client = client
        self.answers: dict[str, list[Payload]] = {}
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def enough(self) -> None:
        self._enough.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._enough.is_set():
            taken = {"request_id": str(uuid4()), "device": "kiosk-1"}
            while taken["request_id"] not in self.answers and not self._enough.is_set():
                correlation = self.client.post("take-ticket", taken, expiry_s=1)
                answer = self.client.wait_for(lambda wanted=correlation: self.client.answer_to(wanted), 0.3)
                if answer and answer["ok"]:
                    self.answers.setdefault(taken["request_id"], []).append(answer)


def kill_again_and_again(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient], kills: int
) -> None:
    hub = start_hub()
    visitors = [Visitor(client_of(hub, f"visitor-{number}")) for number in range(3)]
    epochs = set()
    for _ in range(kills):
        time.sleep(0.4)
        hub.kill()
        hub.start()
        epochs.add(visitors[0].client.latest("floor")["epoch"])
        before = len(visitors[0].answers)
        visitors[0].client.wait_for(lambda v=visitors[0], b=before: {"more": 1} if len(v.answers) > b + 3 else None)
    for visitor in visitors:
        visitor.enough()
    client = visitors[0].client
    answered = {key: answers[0] for visitor in visitors for key, answers in visitor.answers.items()}
    given = sorted(int(answer["ticket"]["number"]) for answer in answered.values())
    last = int(client.ask("take-ticket", device="kiosk-1")["ticket"]["number"])
    assert len(given) == len(set(given))
    assert len(epochs) == 1
    # What was committed and never heard, at the end, is all that may be missing from the answers.
    assert len(set(range(1, last)) - set(given)) <= len(visitors)
    for request_id, answer in list(answered.items())[-50:]:
        assert client.send("take-ticket", {"request_id": request_id, "device": "kiosk-1"}) == answer
    floor = client.latest("floor", lambda floor: floor["today"]["taken"] == last)
    assert floor["today"]["waiting"] == last


def test_numbers_are_given_once_and_kept_when_the_hub_is_killed_with_requests_in_flight(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    kill_again_and_again(start_hub, client_of, 2)


@pytest.mark.long
def test_numbers_are_given_once_and_kept_however_often_the_hub_is_killed(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    kill_again_and_again(start_hub, client_of, 20)


def test_eight_kiosks_at_once_get_exactly_the_numbers_from_one_up(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    clients = [client_of(hub, f"kiosk-{number}") for number in range(8)]
    asked = [
        (client, client.post("take-ticket", {"request_id": str(uuid4()), "device": "kiosk-1"}, expiry_s=10))
        for _ in range(100)
        for client in clients
    ]
    answers = [client.wait_for(lambda c=client, k=key: c.answer_to(k)) for client, key in asked]
    assert sorted(int(answer["ticket"]["number"]) for answer in answers if answer) == list(range(1, 801))


def test_it_ends_in_time_when_it_is_asked_to_and_says_that_it_is_offline(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    began_s = time.monotonic()
    assert hub.stop() == 0
    assert time.monotonic() - began_s < 8
    last = client.wait_for(lambda: client.messages(f"device/{hub.device}/status")[-1])
    assert last is not None
    assert last["state"] == "offline"
    assert not hub.database.with_name("beurt.db-wal").exists()


def test_without_a_broker_it_keeps_trying_and_serves_once_there_is_one(
    own_broker: Callable[..., object], start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    broker = own_broker()
    broker.stop()  # type: ignore[attr-defined]
    hub = start_hub(port=broker.port)  # type: ignore[attr-defined]
    while "no connection to the broker" not in hub.log:
        time.sleep(0.05)
    broker.start()  # type: ignore[attr-defined]
    assert client_of(hub).ask("take-ticket", device="kiosk-1")["ok"]
    assert hub.log.count("no connection") == 1


def test_a_disk_that_is_full_is_said_so_and_no_number_is_lost_or_given_twice(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    given = [client.ask("take-ticket", device="kiosk-1")["ticket"]["number"] for _ in range(3)]
    refused = {"request_id": str(uuid4()), "device": "kiosk-1"}
    allow_bytes(hub, 4096)
    assert client.send("take-ticket", refused)["refusal"]["code"] == "storage-failed"
    degraded = hub.tells(client, "degraded")
    assert degraded["facts"]["storage"] == "failed"
    assert client.ask("call-next", desk="1")["refusal"]["code"] == "desk-closed"
    assert client.latest("floor", lambda floor: floor["today"]["taken"] == 3)
    allow_bytes(hub, resource.RLIM_INFINITY)
    assert hub.tells(client, "ready")["facts"]["storage"] == "ok"
    given.append(client.send("take-ticket", refused)["ticket"]["number"])
    hub.is_killed_and_started(client)
    given.append(client.ask("take-ticket", device="kiosk-1")["ticket"]["number"])
    assert given == ["1", "2", "3", "4", "5"]
    assert hub.log.count("the database cannot be used") == 1


def test_a_database_that_somebody_else_holds_is_waited_for_and_then_said_so(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    client.ask("take-ticket", device="kiosk-1")
    holder = sqlite3.connect(hub.database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    waiting = {"request_id": str(uuid4()), "device": "kiosk-1"}
    assert client.send("take-ticket", waiting)["refusal"]["code"] == "storage-failed"
    assert hub.tells(client, "degraded")
    holder.execute("ROLLBACK")
    holder.close()
    assert client.send("take-ticket", waiting)["ticket"]["number"] == "2"
    assert hub.tells(client, "ready")


def test_a_database_that_is_held_at_the_start_does_not_keep_the_hub_from_starting(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client = client_of(hub)
    client.ask("take-ticket", device="kiosk-1")
    hub.kill()
    hub.tells(client, "offline")
    holder = sqlite3.connect(hub.database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    hub.start()
    hub.tells(client, "ready")
    assert client.ask("take-ticket", device="kiosk-1")["refusal"]["code"] == "storage-failed"
    holder.execute("ROLLBACK")
    holder.close()
    assert client.ask("take-ticket", device="kiosk-1")["ticket"]["number"] == "2"


def garbage(database: Path) -> None:
    database.write_bytes(b"This is no database at all. " * 400)


def folder(database: Path) -> None:
    database.mkdir()


def from_a_newer_version(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [(garbage, "file is not a database"), (folder, "unable to open"), (from_a_newer_version, "newer version")],
)
def test_a_database_that_cannot_be_used_is_named_in_one_clear_line_and_left_alone(
    tmp_path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(tmp_path / "beurt.db")
    before = (tmp_path / "beurt.db").read_bytes() if (tmp_path / "beurt.db").is_file() else b""
    hub = HubProcess(tmp_path, 1)
    hub.start()
    assert hub.wait_until_it_ended() == 2
    [line] = hub.log.splitlines()
    assert f"sqlite:///{tmp_path}/beurt.db cannot be opened" in line
    assert said in line
    assert before == ((tmp_path / "beurt.db").read_bytes() if (tmp_path / "beurt.db").is_file() else b"")


def test_a_damaged_journal_is_named_in_one_clear_line(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub()
    client_of(hub)
    assert hub.stop() == 0
    with sqlite3.connect(hub.database) as connection:
        connection.execute("INSERT INTO facts (kind, body) VALUES ('ticket-taken', '{}')")
    connection.close()
    hub.start()
    assert hub.wait_until_it_ended() == 2
    assert "the journal is damaged" in hub.log.splitlines()[-1]


def test_a_branch_file_with_faults_is_refused_with_all_of_them(tmp_path: Path) -> None:
    file = tmp_path / "branch.toml"
    text = BRANCH.format(branch="Not A Name", port=99999, folder=tmp_path, more="", hub="hub-1")
    file.write_text(text.replace('mode = "topics"', 'mode = "cards"'))
    done = subprocess.run(
        [sys.executable, "-m", "beurt", "hub", "--config", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    for value in ("Not A Name", "cards", "99999"):
        assert value in done.stderr
    assert not (tmp_path / "beurt.db").exists()


@pytest.mark.parametrize("only_wall", ["0", "1"], ids=["uptime-moves-too", "only-the-wall-clock"])
def test_a_clock_that_is_set_back_twice_changes_nothing_but_what_is_said_of_it(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient], tmp_path: Path, only_wall: str
) -> None:
    library = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
    if library is None:
        pytest.skip("libfaketime is not installed")
    shift = tmp_path / "faketime"
    shift.write_text("+0")
    hub = start_hub(
        LD_PRELOAD=str(library), FAKETIME_TIMESTAMP_FILE=str(shift), FAKETIME_NO_CACHE="1",
        FAKETIME_DONT_FAKE_MONOTONIC=only_wall,
    )  # fmt: skip
    client = client_of(hub)
    day = client.latest("menu")["day"]
    taken = [client.ask("take-ticket", device="kiosk-1")["ticket"]]
    for step in ("-1d", "-300d"):
        shift.write_text(step)
        taken.append(client.ask("take-ticket", device="kiosk-1")["ticket"])
    assert [ticket["number"] for ticket in taken] == ["1", "2", "3"]
    assert [ticket["people_before"] for ticket in taken] == [0, 1, 2]
    assert sorted(ticket["taken_at"] for ticket in taken) == [ticket["taken_at"] for ticket in taken]
    menu = client.latest("menu", lambda menu: menu["clock"] == "untrusted")
    assert menu["day"] == day


def allow_bytes(hub: HubProcess, limit: int) -> None:
    """Let no file of the hub grow beyond so many bytes, as a full disk would."""
    assert hub.process is not None
    resource.prlimit(hub.process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


@pytest.fixture
def watchdog(tmp_path: Path) -> Iterator[Watchdog]:
    watchdog = Watchdog(tmp_path)
    yield watchdog
    watchdog.close()


def test_systemd_hears_no_sign_of_life_while_the_loop_hangs_though_the_network_goes_on(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient], watchdog: Watchdog
) -> None:
    hub = start_hub(**watchdog.environment)
    client = client_of(hub, "onlooker")
    assert watchdog.hears()
    assert hub.process is not None
    with subprocess.Popen([sys.executable, HOLDER, str(hub.process.pid)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert not watchdog.hears(patience_s=1.5)
        # Its other threads keep the line to the broker up.
        assert hub.tells(client, "ready")
        holder.terminate()
    assert watchdog.hears()


def test_a_database_that_somebody_holds_is_no_hang(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient], watchdog: Watchdog
) -> None:
    hub = start_hub(**watchdog.environment)
    client = client_of(hub, "visitor")
    assert watchdog.hears()
    with closing(sqlite3.connect(hub.database, isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        client.ask("take-ticket", device="kiosk-1")
        assert watchdog.longest_silence_s(2.5) < LIMIT_OF_THE_UNIT_S
        somebody.execute("ROLLBACK")
