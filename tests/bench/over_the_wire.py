"""The hub as its clients see it: a process of its own on a real broker."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from statistics import median
from uuid import uuid4

from clients import PATIENCE_S, Asker, Crowd, Voice
from floors import RawCommits, RawRoundTrips, bare_rss_kb, bare_start_s
from hub_process import HubProcess
from inside import add_visits
from mosquitto import Mosquitto
from watch import Ratio, Times

KIOSKS = 8
PAUSE_S = 0.005


@contextmanager
def started(folder: Path, broker: Mosquitto) -> Iterator[tuple[HubProcess, Asker]]:
    """A hub that serves, and a client of it."""
    folder.mkdir()
    hub = HubProcess(folder, broker.port)
    hub.start()
    try:
        with closing(Asker(broker.port, hub.branch)) as asker:
            wait_until_it_serves(asker)
            yield hub, asker
    finally:
        hub.stop()


def wait_until_it_serves(asker: Asker) -> None:
    """Ask until there is an answer; answers to what was asked twice are dropped."""
    end_s = time.monotonic() + PATIENCE_S
    while asker.heard.empty():
        assert time.monotonic() < end_s, "the hub does not answer"
        asker.post("acknowledge")
        time.sleep(0.05)
    time.sleep(0.3)
    drop(asker)


def drop(voice: Voice) -> None:
    """Forget what was heard."""
    while not voice.heard.empty():
        voice.heard.get()


def asking(folder: Path, broker: Mosquitto, rounds: int, times: int) -> tuple[Ratio, Times, Times]:
    """A kiosk's request until its ticket, against a round trip and a commit."""
    ours, trip, commit, ratios = Times(), Times(), Times(), []
    with (
        started(folder / "b2", broker) as (_, asker),
        closing(RawRoundTrips(broker.port)) as trips,
        closing(RawCommits(folder)) as commits,
    ):
        for _ in range(rounds):
            floor_s = commit.add(commits.commit, times) + median(trip.note(trips.go()) for _ in range(times))
            ratios.append(median(ours.note(asker.take_s()) for _ in range(times)) / floor_s)
    absolute = {"take": ours.told(), "raw_round_trip": trip.told(), "raw_commit": commit.told()}
    return Ratio(median(ratios), 3, 2, absolute), ours, trip


def calling(folder: Path, broker: Mosquitto, displays: int, rounds: int, times: int) -> tuple[Ratio, Times]:
    """From the press of a button until the board is on a display, against a round trip."""
    ours, trip, ratios = Times(), Times(), []
    with ExitStack() as stack:
        _, asker = stack.enter_context(started(folder / f"b3-{displays}", broker))
        board = f"{asker.root}/state/board"
        display = stack.enter_context(closing(Voice(broker.port, board)))
        trips = stack.enter_context(closing(RawRoundTrips(broker.port)))
        if displays > 1:
            stack.enter_context(closing(Crowd(broker.port, board, displays - 1)))
        asker.ask("open-desk", desk="1")
        for _ in range(rounds):
            floor_s = median(trip.note(trips.go()) for _ in range(times))
            ratios.append(median(ours.note(_call_s(asker, display)) for _ in range(times)) / floor_s)
    return Ratio(median(ratios), 4, 2, {"call": ours.told(), "raw_round_trip": trip.told()}), ours


def _call_s(asker: Asker, display: Voice) -> float:
    asker.ask("take-ticket", device="kiosk-1")
    drop(display)
    began_s = time.perf_counter()
    asker.post("call-next", desk="1")
    while True:
        at_s, message = display.next()
        calls = json.loads(message.payload)["calls"]
        if calls and calls[0]["state"] == "calling":
            break
    asker.answer()
    asker.ask("miss-ticket", desk="1")
    return at_s - began_s


def crowding(folder: Path, broker: Mosquitto, rounds: int, each: int) -> Ratio:
    """Tickets a second for many kiosks at once, against raw commits a second; every number once."""
    floor, rates, ratios = Times(), [], []
    with closing(RawCommits(folder)) as commits:
        for number in range(rounds):
            floor_s = floor.add(commits.commit, 200)
            rates.append(_crowd(folder / f"b4-{number}", broker, each))
            ratios.append(rates[-1] * floor_s)
    absolute: dict[str, object] = {"tickets_a_second": round(median(rates)), "kiosks": KIOSKS, "each": each}
    absolute |= {"doubles": 0, "gaps": 0, "lost": 0, "raw_commits_a_second": round(1 / floor.p50_s)}
    return Ratio(median(ratios), 0.15, 1, absolute, is_more_better=True)


def _crowd(folder: Path, broker: Mosquitto, each: int) -> float:
    with ExitStack() as stack:
        hub, _ = stack.enter_context(started(folder, broker))
        kiosks = [stack.enter_context(closing(Asker(broker.port, hub.branch))) for _ in range(KIOSKS)]
        began_s = time.perf_counter()
        for _ in range(each):
            for kiosk in kiosks:
                kiosk.post("take-ticket", device="kiosk-1")
        given = [int(kiosk.answer()["ticket"]["number"]) for kiosk in kiosks for _ in range(each)]
        rate = len(given) / (time.perf_counter() - began_s)
    assert sorted(given) == list(range(1, KIOSKS * each + 1)), "a number is missing or was given twice"
    return rate


def starting(folder: Path, broker: Mosquitto, rounds: int, many: int) -> tuple[Ratio, Ratio]:
    """Killed until the first answered request, against bare imports; with many stored visits, against few."""
    bare, small, large, ratios, growth = Times(), Times(), Times(), [], []
    with started(folder / "b7-few", broker) as few, started(folder / "b7-many", broker) as lots:
        add_visits(few[0].database, 1000)
        add_visits(lots[0].database, many)
        for _ in range(rounds):
            bare_s = bare.note(bare_start_s())
            small_s = small.note(_back_s(*few))
            ratios.append(small_s / bare_s)
            growth.append(large.note(_back_s(*lots)) / small_s)
    told: dict[str, object] = {"start": small.told(), "bare_imports": bare.told()}
    return Ratio(median(ratios), 3, 2, told), Ratio(median(growth), 1.5, 1.1, {"visits": many, "start": large.told()})


def _back_s(hub: HubProcess, asker: Asker) -> float:
    hub.kill()
    drop(asker)
    began_s = time.perf_counter()
    hub.start()
    request = json.dumps({"request_id": str(uuid4()), "device": "kiosk-1"}).encode()
    while asker.heard.empty():
        asker.say(f"{asker.root}/command/take-ticket", request, asker.reply)
        time.sleep(PAUSE_S)
    return asker.heard.get()[0] - began_s


def remembering(folder: Path, broker: Mosquitto, tickets: int) -> Ratio:
    """Memory after a long day, against bare imports."""
    with started(folder / "b6", broker) as (hub, asker):
        for _ in range(tickets // 100):
            for _ in range(100):
                asker.post("take-ticket", device="kiosk-1")
            for _ in range(100):
                asker.answer()
        assert hub.process is not None
        status = Path(f"/proc/{hub.process.pid}/status").read_text()
    ours_kb, bare_kb = int(status.split("VmRSS:")[1].split()[0]), bare_rss_kb()
    return Ratio(ours_kb / bare_kb, 1.6, 1.3, {"tickets": tickets, "hub_kb": ours_kb, "bare_imports_kb": bare_kb})
