from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runtime.settings.load import load
from runtime.settings.model import Settings
from upkeep.update.moment import is_quiet

MONDAY = datetime(2026, 11, 23, tzinfo=UTC) - timedelta(hours=1)
"""Midnight in Amsterdam."""


def settings(tmp_path: Path, opening: str) -> Settings:
    path = tmp_path / "branch.toml"
    path.write_text(f'[branch]\nid = "a"\nname = "A"\n{opening}')
    return load(path)


@pytest.mark.parametrize(
    ("hour", "quiet"), [(3, True), (9.5, True), (9.7, False), (11, False), (12.5, True), (16.99, False), (17, True)]
)
def test_a_branch_with_hours_is_quiet_while_its_doors_are_shut(tmp_path: Path, hour: float, *, quiet: bool) -> None:
    branch = settings(tmp_path, '[opening]\nmonday = ["10:00-12:00", "13:00-17:00"]\n')
    assert is_quiet(branch, MONDAY + timedelta(hours=hour)) is quiet


def test_a_day_on_which_it_is_closed_is_quiet(tmp_path: Path) -> None:
    branch = settings(tmp_path, '[opening]\nmonday = ["10:00-12:00"]\nclosed_on = ["2026-11-23"]\n')
    assert is_quiet(branch, MONDAY + timedelta(hours=11))
    assert not is_quiet(branch, MONDAY + timedelta(days=7, hours=11))


@pytest.mark.parametrize(("hour", "quiet"), [(0.5, False), (1, True), (5.9, True), (6, False), (12, False)])
def test_a_branch_without_hours_is_quiet_at_night(tmp_path: Path, hour: float, *, quiet: bool) -> None:
    assert is_quiet(settings(tmp_path, ""), MONDAY + timedelta(hours=hour)) is quiet
