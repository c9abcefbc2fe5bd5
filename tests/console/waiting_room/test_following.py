"""What the page shows is as old as what was heard last, and it says so."""

from pathlib import Path

import pytest
from paper_hub import PaperHub

from board import presence
from console.waiting_room.following import Following
from runtime.settings.load import load
from wire.devices import DeviceStatus
from wire.message import Message
from wire.payload import encode
from wire.state import Board

BRANCH = '[branch]\nid = "proef"\nname = "Bibliotheek Proef"\n'


@pytest.fixture
def following(tmp_path: Path) -> Following:
    file = tmp_path / "branch.toml"
    file.write_text(BRANCH)
    return Following(load(file))


@pytest.fixture
def hub() -> PaperHub:
    return PaperHub()


def message(said: Board | DeviceStatus) -> Message:
    return Message(topic="x", payload=encode(said))


def test_while_the_hub_is_heard_nothing_is_said_of_age(following: Following, hub: PaperHub) -> None:
    following.hear_board(message(hub.call("27")))
    following.hear_hub(message(hub.status()))
    assert following.view.aside == "Soms helpen we iemand eerder. Vraag gerust waarom."


def test_a_hub_that_is_gone_leaves_the_last_board_with_its_age(following: Following, hub: PaperHub) -> None:
    following.hear_board(message(hub.call("27")))
    following.hear_hub(message(hub.status("offline")))
    assert [turn.number for turn in following.view.turns.now] == ["27"]
    assert following.view.aside.startswith("Geen verbinding. Laatste stand van")
    assert "10:41" in following.view.aside
    following.hear_hub(message(hub.status()))
    assert "Geen verbinding" not in following.view.aside


def test_a_broker_that_is_gone_is_noticed_by_the_silence(
    following: Following, hub: PaperHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    following.hear_board(message(hub.call("27")))
    following.hear_hub(message(hub.status()))
    monkeypatch.setattr(presence, "AWAY_AFTER_S", -1.0)
    assert [turn.number for turn in following.view.turns.now] == ["27"]
    assert following.view.aside.startswith("Geen verbinding. Laatste stand van")
