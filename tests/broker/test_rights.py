"""Every role and every topic of the contract, tried out: what each may publish, and what each gets to hear."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from box_broker import ACCOUNTS, BoxBroker
from paho.mqtt.client import topic_matches_sub
from tls_client import TlsClient

from wire.operations import OPERATIONS

NOT_AUTHORIZED = 0x87
FAILURES_FROM = 0x80
ROOT = "beurt/v1/proef"

VISITORS = ("take-ticket", "fetch-me", "own-language", "withdraw-ticket")
STAFF = (
    *("open-desk", "pause-desk", "resume-desk", "close-desk", "acknowledge", "call-next", "call-ticket", "recall"),
    *("start-visit", "miss-ticket", "park-ticket", "bring-back", "transfer-ticket", "correct-topic", "finish-visit"),
    *("register-visit", "register-question", "undo", "close-intake", "open-intake", "close-day", "open-day"),
    *("print-again", "print-referral", "why", "day-sheet", "report", "report-public"),
)
COMMANDS = (*VISITORS, *STAFF, "report-print")


def below(place: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{place}/{name}" for name in names)


# The contract's table, written down once more and by hand: what stands in the code must not be judged by itself.
KIOSK = (*below("command", VISITORS), "command/report-print")
PUBLISHES = {
    "hub-1": ("state/#", "reply/#", "event", "device/+/job", "device/hub-1/status"),
    "console-1": (*below("command", (*VISITORS, *STAFF)), "device/console-1/status"),
    "kiosk-1": (*KIOSK, "device/kiosk-1/status"),
    "kiosk-2": (*KIOSK, "device/kiosk-2/status"),
    "display-1": ("device/display-1/status",),
    "monitor": ("command/report-public",),
}
RECEIVES = {
    "hub-1": ("command/#", "device/+/status"),
    "console-1": ("state/#", "device/+/status", "reply/console-1"),
    "kiosk-1": ("state/menu", "device/hub-1/status", "reply/kiosk-1", "device/kiosk-1/job"),
    "kiosk-2": ("state/menu", "device/hub-1/status", "reply/kiosk-2", "device/kiosk-2/job"),
    "display-1": ("state/board", "device/hub-1/status"),
    "monitor": ("device/+/status", "event", "reply/monitor"),
}
TOPICS = (
    *below(f"{ROOT}/command", (*COMMANDS, "no-such-thing", "call-next/deeper")),
    *below(f"{ROOT}/state", ("menu", "board", "floor", "other")),
    *below(f"{ROOT}/reply", (*ACCOUNTS, "nobody", "kiosk-1/deeper")),
    *(f"{ROOT}/device/{name}/{what}" for name in ACCOUNTS for what in ("status", "job", "other")),
    *(f"{ROOT}/event", f"{ROOT}/event/deeper", ROOT, f"{ROOT}/other", "beurt/v1", "other"),
    *("beurt/v1/elders/command/take-ticket", "beurt/v1/elders/state/board", "beurt/v2/proef/command/call-next"),
)
STATES = below(f"{ROOT}/state", ("menu", "board", "floor"))


def is_among(topic: str, filters: tuple[str, ...]) -> bool:
    return any(topic_matches_sub(f"{ROOT}/{each}", topic) for each in filters)


@dataclass
class Trial:
    """What came of everybody publishing everything, while everybody listened to everything."""

    clients: dict[str, TlsClient]
    reasons: dict[tuple[str, str], int] = field(default_factory=dict)
    heard: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    kept: dict[str, set[tuple[str, str]]] = field(default_factory=dict)

    def publish_all(self) -> None:
        """Every client asks for every topic one by one, and for all; then each publishes on each."""
        for client in self.clients.values():
            client.subscribe(["#", "+/+/+/+/+", "+/+/+/+", f"{ROOT}/#", *TOPICS])
        sent = {
            (name, topic): client.publish(topic, f"{name} on {topic}")
            for name, client in self.clients.items()
            for topic in TOPICS
        }
        self.reasons = {(name, topic): self.clients[name].reason(mid) for (name, topic), mid in sent.items()}
        self.heard = self._take()

    def keep_states(self) -> None:
        """The hub leaves its snapshots at the broker, and every client asks again."""
        hub = self.clients["hub-1"]
        for client in self.clients.values():
            client.unsubscribe(["#", "+/+/+/+/+", "+/+/+/+", f"{ROOT}/#", *TOPICS])
        for topic in STATES:
            assert hub.reason(hub.publish(topic, "kept", retain=True)) < FAILURES_FROM
        for client in self.clients.values():
            client.subscribe(["$SYS/broker/version", *STATES])
        self.kept = self._take()

    def _take(self) -> dict[str, set[tuple[str, str]]]:
        for client in self.clients.values():
            client.subscribe(["the/end"])
        heard = {name: set(client.heard) for name, client in self.clients.items()}
        for client in self.clients.values():
            client.heard.clear()
        return heard


@pytest.fixture(scope="module")
def trial(box_broker: BoxBroker) -> Iterator[Trial]:
    folder = box_broker.credentials.folder
    clients = {
        name: TlsClient(
            box_broker.port,
            name,
            ca=box_broker.credentials.ca,
            certificate=(folder / f"devices/{name}.crt", folder / f"devices/{name}.key"),
            account=(name, box_broker.password(name)),
        )
        for name in ACCOUNTS
    }
    found = Trial(clients)
    found.publish_all()
    found.keep_states()
    yield found
    for client in clients.values():
        client.close()


@pytest.mark.parametrize("name", ACCOUNTS)
def test_each_publishes_what_the_contract_permits_and_is_refused_all_else(trial: Trial, name: str) -> None:
    permitted = {topic for topic in TOPICS if is_among(topic, PUBLISHES[name])}
    found = {topic: code for (who, topic), code in trial.reasons.items() if who == name}
    assert {topic for topic, code in found.items() if code < FAILURES_FROM} == permitted
    assert {code for topic, code in found.items() if topic not in permitted} == {NOT_AUTHORIZED}


@pytest.mark.parametrize("name", ACCOUNTS)
def test_each_hears_what_the_contract_gives_and_nothing_else(trial: Trial, name: str) -> None:
    expected = {
        (topic, f"{who} on {topic}")
        for who in ACCOUNTS
        for topic in TOPICS
        if is_among(topic, PUBLISHES[who]) and is_among(topic, RECEIVES[name])
    }
    assert expected
    assert trial.heard[name] == expected


def test_the_trial_knows_every_command_and_every_role_of_the_contract() -> None:
    assert set(COMMANDS) == set(OPERATIONS)


@pytest.mark.parametrize("name", ACCOUNTS)
def test_what_the_broker_keeps_is_for_those_who_may_hear_it(trial: Trial, name: str) -> None:
    kept = {topic for topic, _ in trial.kept[name] if topic in STATES}
    assert kept == {topic for topic in STATES if is_among(topic, RECEIVES[name])}


def test_only_the_monitor_hears_how_the_broker_is(trial: Trial) -> None:
    told = {name for name, heard in trial.kept.items() if "$SYS/broker/version" in {topic for topic, _ in heard}}
    assert told == {"monitor"}
