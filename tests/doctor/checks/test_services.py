import pytest
from box_tree import BoxTree

from doctor.checks.services import judge, look, units_of

RUNS = {"Id": "beurt-hub.service", "LoadState": "loaded", "ActiveState": "active", "NRestarts": "0"}


def shown(*units: dict[str, str]) -> str:
    return "\n\n".join("\n".join(f"{key}={value}" for key, value in unit.items()) for unit in units)


def test_a_machine_without_systemd_says_so(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box())] == ["not-here"]


def test_each_kind_of_device_has_its_units(tree: BoxTree) -> None:
    assert units_of(tree.box("kiosk-1")) == ["beurt-kiosk.service", "beurt-health.timer"]
    hub = units_of(tree.box("hub-1", "console-1"))
    assert hub == [
        "beurt-hub.service", "beurt-backup.timer", "beurt-console.service", "mosquitto.service", "beurt-health.timer",
    ]  # fmt: skip


def test_every_unit_is_judged_and_those_that_nothing_starts_are_not(tree: BoxTree) -> None:
    tree.folder("/run/systemd/system")
    seatd = {"Id": "seatd.service", "LoadState": "loaded", "UnitFileState": "disabled", "ActiveState": "inactive"}
    firewall = {**seatd, "Id": "nftables.service", "UnitFileState": "enabled", "ActiveState": "failed"}
    renewal = {**seatd, "Id": "beurt-certificates.timer", "WantedBy": "beurt.target"}
    masked = {**renewal, "Id": "beurt-update.timer", "LoadState": "masked"}
    tree.says("systemctl", shown(RUNS, seatd, firewall, renewal, masked))
    assert [(each.subject, each.level) for each in look(tree.box("hub-1"))] == [
        ("beurt-hub.service", "good"),
        ("nftables.service", "critical"),
        ("beurt-certificates.timer", "critical"),
    ]


@pytest.mark.parametrize(
    ("changed", "level"),
    [
        ({}, "good"),
        ({"NRestarts": "2"}, "good"),
        ({"NRestarts": "3"}, "warning"),
        ({"NRestarts": "[not set]"}, "good"),
        ({"ActiveState": "failed"}, "critical"),
        ({"ActiveState": "activating", "SubState": "auto-restart"}, "critical"),
        ({"LoadState": "not-found", "ActiveState": "inactive"}, "critical"),
    ],
)
def test_a_unit_is_as_good_as_systemd_says(changed: dict[str, str], level: str) -> None:
    assert judge({**RUNS, **changed}).level == level


def test_a_unit_that_fell_says_where_to_read_why() -> None:
    finding = judge({**RUNS, "ActiveState": "failed", "Result": "watchdog"})
    assert "watchdog" in finding.what
    assert "journalctl -u beurt-hub.service" in (finding.advice or "")


def test_a_systemd_that_does_not_answer_is_a_warning(tree: BoxTree) -> None:
    tree.folder("/run/systemd/system")
    tree.command("systemctl", "echo 'Failed to connect to bus' >&2; exit 1")
    (finding,) = look(tree.box())
    assert finding.level == "warning"
    assert "Failed to connect to bus" in finding.what
