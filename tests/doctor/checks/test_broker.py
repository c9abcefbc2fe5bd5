import os
from collections.abc import Callable
from pathlib import Path

import pytest
from box_tree import BRANCH, BoxTree
from links import Links
from mosquitto import Mosquitto

from doctor.checks.broker import look, monitor_of
from wire.answers import encode_refusal
from wire.message import Message


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("doctor.checks.broker.LIMIT_S", 1.5)


def refuses(_message: Message) -> bytes:
    return encode_refusal(None, "bad-request")


def branch(links: Links, port: int, more: str = "") -> str:
    named = BRANCH.replace('id = "hengelo"', f'id = "{links.topics.branch}"')
    return f'{named}\n[broker]\nhost = "127.0.0.1"\nport = {port}\n{more}'


def with_hub(links: Links, broker: Mosquitto) -> str:
    links.hub(broker, refuses)
    return branch(links, broker.port)


def levels(tree: BoxTree, text: str) -> dict[str | None, str]:
    return {finding.subject: finding.level for finding in look(tree.box("kiosk-1", branch=text))}


def test_a_hub_that_answers_and_a_kiosk_that_is_connected_are_well(
    tree: BoxTree, broker: Mosquitto, links: Links
) -> None:
    links.hub(broker, refuses)
    for device in ("kiosk-1", "display-1", "console-1"):
        links.connect(broker, device)
    tree.told("kiosk-1", "kiosk")
    assert levels(tree, branch(links, broker.port)) == {None: "good", "kiosk-1": "good"}


def test_a_device_of_the_branch_that_is_away_is_told(tree: BoxTree, broker: Mosquitto, links: Links) -> None:
    links.hub(broker, refuses)
    links.connect(broker, "display-1").stop()
    links.connect(broker, "console-1")
    links.connect(broker, "kiosk-1")
    tree.told("kiosk-1", "kiosk")
    assert levels(tree, branch(links, broker.port)) == {None: "good", "display-1": "warning", "kiosk-1": "good"}


def test_a_broker_without_a_hub_is_critical(tree: BoxTree, broker: Mosquitto, links: Links) -> None:
    assert levels(tree, branch(links, broker.port))[None] == "critical"


def test_no_broker_is_critical_and_says_where_to_look(tree: BoxTree, links: Links) -> None:
    (first, *_) = look(tree.box("hub-1", branch=branch(links, 9)))
    assert first.level == "critical"
    assert "systemctl status mosquitto" in (first.advice or "")


def test_a_kiosk_that_lost_the_broker_says_so(tree: BoxTree, broker: Mosquitto, links: Links) -> None:
    tree.told("kiosk-1", "kiosk", is_connected=False)
    assert levels(tree, with_hub(links, broker))["kiosk-1"] == "critical"


def test_a_kiosk_that_has_been_silent_for_long_hangs(tree: BoxTree, broker: Mosquitto, links: Links) -> None:
    tree.told("kiosk-1", "kiosk")
    os.utime(tree.root / "run/beurt/kiosk-1.json", (0, 1_000_000))
    assert levels(tree, with_hub(links, broker))["kiosk-1"] == "critical"


def test_where_programs_say_how_they_are_one_that_does_not_is_told(
    tree: BoxTree, broker: Mosquitto, links: Links
) -> None:
    tree.folder("/run/beurt")
    assert levels(tree, with_hub(links, broker))["kiosk-1"] == "warning"


def test_without_a_monitors_account_a_broker_that_refuses_is_there_at_least(
    tree: BoxTree, own_broker: Callable[..., Mosquitto], links: Links
) -> None:
    closed = own_broker(settings="allow_anonymous false\n")
    accounts = '[broker.accounts.kiosk-1]\npassword_file = "/nowhere/kiosk-1"\n'
    assert levels(tree, branch(links, closed.port, accounts))[None] == "good"


def test_a_broker_that_refuses_the_monitor_is_critical(
    tree: BoxTree, own_broker: Callable[..., Mosquitto], links: Links, tmp_path: Path
) -> None:
    (tmp_path / "monitor").write_text("wrong")
    closed = own_broker(settings="allow_anonymous false\n")
    accounts = f'[broker.accounts.monitor]\npassword_file = "{tmp_path}/monitor"\n'
    assert levels(tree, branch(links, closed.port, accounts))[None] == "critical"


def test_the_doctor_never_takes_a_devices_account(tree: BoxTree, tmp_path: Path, links: Links) -> None:
    for name in ("kiosk-1", "monitor"):
        (tmp_path / name).write_text("secret")
    accounts = "".join(
        f'[broker.accounts.{name}]\npassword_file = "{tmp_path}/{name}"\n' for name in ("kiosk-1", "monitor")
    )
    box = tree.box(branch=branch(links, 9, accounts))
    assert box.settings is not None
    assert monitor_of(box.settings) == "monitor"
    (tmp_path / "monitor").unlink()
    assert monitor_of(box.settings) is None


def test_without_settings_nobody_knows_where_the_broker_is(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box(branch="nonsense"))] == ["not-here"]
