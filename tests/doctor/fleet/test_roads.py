from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from box_tree import BoxTree
from links import Links
from mosquitto import Mosquitto
from reports import NO_PAPER, WELL, report

from doctor.fleet.branches import Branch
from doctor.fleet.file import BranchEntry, Mqtt
from doctor.fleet.roads import road
from wire.answers import encode_refusal

NOW = datetime(2026, 3, 10, 8, 10, tzinfo=UTC)


@pytest.fixture
def go(tree: BoxTree, tmp_path: Path) -> Callable[..., Branch]:
    return lambda **way: road(BranchEntry(name="Hengelo", **way), tmp_path, NOW, tree.machine.commands)


def text(*findings: object) -> bytes:
    return msgspec.json.encode(report(*findings))  # type: ignore[arg-type]


def test_a_folder_of_reports_is_a_branch(go: Callable[..., Branch], tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/hub.json").write_bytes(text(WELL))
    (tmp_path / "reports/kiosk.json").write_bytes(text(NO_PAPER))
    assert go(folder="reports").state == "critical"


def test_an_empty_folder_is_out_of_reach(go: Callable[..., Branch]) -> None:
    seen = go(folder="nowhere")
    assert seen.state == "unreachable"
    assert "doctor.json" in seen.troubles[0].what


@pytest.mark.parametrize("told", [b"", b"{}", b"[" * 5000, b"\xff", b'{"schema": 2}'])
def test_a_file_that_is_no_report_is_out_of_reach(go: Callable[..., Branch], tmp_path: Path, told: bytes) -> None:
    (tmp_path / "x.json").write_bytes(told)
    assert go(folder=".").state == "unreachable"


def test_over_ssh_each_box_is_asked_for_its_report_and_nobody_for_a_password(
    go: Callable[..., Branch], tree: BoxTree
) -> None:
    tree.write("answers/report", "").write_bytes(text(WELL))
    tree.command("ssh", f'echo "$@" >> "{tree.root}/asked"; cat "{tree.root}/answers/report"')
    assert go(ssh=("beurt@192.0.2.15", "borne-kiosk")).state == "good"
    asked = (tree.root / "asked").read_text().splitlines()
    assert [line.rpartition(" -- ")[2] for line in asked] == [
        "beurt@192.0.2.15 cat /var/lib/beurt-health/doctor.json",
        "borne-kiosk cat /var/lib/beurt-health/doctor.json",
    ]
    assert all("BatchMode=yes" in line for line in asked)


def test_a_box_that_ssh_does_not_reach_says_why(go: Callable[..., Branch], tree: BoxTree) -> None:
    tree.command("ssh", "echo 'ssh: connect to host borne port 22: No route to host' >&2; exit 255")
    seen = go(ssh=("borne",))
    assert seen.state == "unreachable"
    assert "No route to host" in seen.troubles[0].what


def test_a_computer_without_ssh_says_so(go: Callable[..., Branch]) -> None:
    assert "no ssh" in go(ssh=("borne",)).troubles[0].what


def test_by_mqtt_a_branch_is_seen_as_a_monitor_sees_it(
    go: Callable[..., Branch], links: Links, broker: Mosquitto
) -> None:
    links.hub(broker, lambda _message: encode_refusal(None, "bad-request"))
    links.connect(broker, "kiosk-1").stop()
    seen = go(mqtt=Mqtt(branch=links.topics.branch, host=broker.host, port=broker.port))
    assert seen.devices == ("hub-1", "kiosk-1")
    assert [trouble.name for trouble in seen.troubles] == ["kiosk (kiosk-1)"]


def test_a_broker_that_is_not_there_is_out_of_reach(go: Callable[..., Branch]) -> None:
    assert go(mqtt=Mqtt(branch="hengelo", host="127.0.0.1", port=9)).state == "unreachable"


def test_a_password_that_is_not_there_is_out_of_reach(go: Callable[..., Branch]) -> None:
    seen = go(mqtt=Mqtt(branch="hengelo", host="127.0.0.1", port=9, password_file="nowhere"))
    assert "password" in seen.troubles[0].what
