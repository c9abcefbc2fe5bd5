"""Each requirement is broken once, in a copy of the tree: the test that bears its number must then fail."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
BREAKS = tomllib.loads((HERE / "breaks.toml").read_text(encoding="utf-8"))["breaks"]
TESTABLE = (*range(1, 14), *range(15, 18), *range(20, 25), *range(26, 32), *range(34, 49))
"""Those that software can test."""

NAMES = [f"{each['item']} {each['what']}" for each in BREAKS]
NOT_COPIED = (".git", ".venv", "out", "dist", "build", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")
LIMIT_S = 240
FAILED = 1
"""How pytest ends where tests were run and failed; with any other fault it ends otherwise."""


def occurrences(broken: dict[str, str]) -> int:
    return (ROOT / broken["file"]).read_text(encoding="utf-8").count(broken["old"])


def test_there_is_a_break_for_each_requirement_that_software_can_test() -> None:
    assert {f"{number:02}" for number in TESTABLE} - {each["item"] for each in BREAKS} == set()


@pytest.mark.parametrize("broken", BREAKS, ids=NAMES)
def test_what_is_broken_is_there_once_and_its_test_bears_the_number(broken: dict[str, str]) -> None:
    file, name = broken["test"].split("::")
    assert occurrences(broken) == 1
    assert broken["old"] != broken["new"]
    assert broken["item"] in re.findall(r"\d\d", name.split("_a11y")[1][:10])
    assert f"\ndef {name}(" in (HERE / file).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree, with nothing in it that was made from it."""
    folder = tmp_path_factory.mktemp("broken") / "tree"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED), symlinks=True)
    return folder


def run(tree: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """These tests, with the sources of that tree and no others."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "long or not long", *tests]
    environment = dict(os.environ) | {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        command, cwd=tree, env=environment, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )


def where(broken: dict[str, str]) -> str:
    return f"tests/accessibility/{broken['test']}"


@pytest.mark.long
@pytest.mark.timeout(2 * LIMIT_S)
def test_in_a_copy_that_is_whole_none_of_these_tests_fails(copied: Path) -> None:
    done = run(copied, *dict.fromkeys(where(each) for each in BREAKS))
    assert done.returncode == 0, done.stdout


@pytest.mark.long
@pytest.mark.timeout(2 * LIMIT_S)
@pytest.mark.parametrize("broken", BREAKS, ids=NAMES)
def test_a_requirement_that_is_broken_makes_its_test_fail(copied: Path, broken: dict[str, str]) -> None:
    file = copied / broken["file"]
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(broken["old"], broken["new"]), encoding="utf-8")
    try:
        done = run(copied, where(broken))
    finally:
        file.write_text(whole, encoding="utf-8")
    assert done.returncode == FAILED, done.stdout
    assert f"FAILED {where(broken)}" in done.stdout
