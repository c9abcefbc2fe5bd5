import json
import os
from datetime import UTC, datetime, timedelta

import pytest
from box_tree import BoxTree

from doctor.checks.backup import look
from wire.times import at_text


def levels(tree: BoxTree) -> list[str]:
    return [finding.level for finding in look(tree.box("hub-1"))]


def made(tree: BoxTree, hours_ago: float, **more: str | None) -> None:
    at = at_text(datetime.now(UTC) - timedelta(hours=hours_ago))
    tree.write("/var/backups/beurt/hengelo-2026-03-09.db", "")
    told = {"at": at, "file": "hengelo-2026-03-09.db", "trouble": None, **more}
    tree.write("/var/backups/beurt/last.json", json.dumps(told))


@pytest.mark.parametrize(("hours_ago", "level"), [(1, "good"), (35, "good"), (37, "warning"), (24 * 9, "critical")])
def test_a_backup_grows_old(tree: BoxTree, hours_ago: float, level: str) -> None:
    made(tree, hours_ago)
    assert levels(tree) == [level]


def test_a_backup_that_failed_is_critical(tree: BoxTree) -> None:
    made(tree, 1, trouble="no room")
    (finding,) = look(tree.box("hub-1"))
    assert finding.level == "critical"
    assert "no room" in finding.what


def test_a_backup_that_is_gone_is_critical(tree: BoxTree) -> None:
    made(tree, 1, file="elsewhere.db")
    assert levels(tree) == ["critical"]


def test_a_run_that_had_nothing_to_copy_is_good(tree: BoxTree) -> None:
    made(tree, 1, file=None)
    assert levels(tree) == ["good"]


@pytest.mark.parametrize("text", ["", "{}", '{"at": "yesterday"}', "[" * 5000])
def test_a_note_that_makes_no_sense_is_a_warning(tree: BoxTree, text: str) -> None:
    tree.write("/var/backups/beurt/last.json", text)
    assert levels(tree) == ["warning"]


def test_a_box_of_today_has_no_backup_yet_and_one_of_last_week_should(tree: BoxTree) -> None:
    file = tree.write("/etc/beurt/box.toml", 'devices = ["hub-1"]\n')
    assert levels(tree) == ["not-here"]
    os.utime(file, (0, 1_000_000))
    assert levels(tree) == ["warning"]


def test_other_boxes_have_nothing_to_back_up(tree: BoxTree) -> None:
    assert [finding.level for finding in look(tree.box("kiosk-1"))] == ["not-here"]
