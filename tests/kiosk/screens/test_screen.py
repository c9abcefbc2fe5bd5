from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]

SCREENS = [("1920x1080", "344x194"), ("1280x720", "344x194"), ("1080x1920", "268x476"), ("800x480", "154x86")]
READABLE_MM = 7.3
"""Capitals that can be read at 600 mm."""


@pytest.fixture(scope="module", params=SCREENS, ids=[pixels for pixels, _ in SCREENS])
def drawn(
    request: pytest.FixtureRequest, x_display: str, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, Any]]:
    """Every view in Dutch and in English, drawn in a real window; BEURT_SCREENS keeps the pictures."""
    pixels, millimetres = request.param
    folder = os.environ.get("BEURT_SCREENS") or tmp_path_factory.mktemp("screens")
    Path(folder).mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, HERE / "draw_all.py", pixels, millimetres, folder],
        env=dict(os.environ) | {"DISPLAY": x_display, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert all((Path(folder) / f"{each['view']}-{each['language']}-{pixels}.png").exists() for each in told)
    return [each | {"pixels": pixels} for each in told]


def test_no_text_is_cut_off_nothing_overlaps_and_all_can_be_touched(drawn: list[dict[str, Any]]) -> None:
    assert {f"{each['view']} {each['language']}": each["faults"] for each in drawn if each["faults"]} == {}


def test_the_fixed_row_stands_in_the_same_place_on_every_screen(drawn: list[dict[str, Any]]) -> None:
    larger = {tuple(each["row"]["larger"]) for each in drawn if "larger" in each["row"]}
    languages = {tuple(each["row"]["languages"]) for each in drawn if "languages" in each["row"]}
    back = {tuple(each["row"]["back"]) for each in drawn if "back" in each["row"]}
    assert (len(larger), len(languages), len(back)) == (1, 1, 1)


def test_what_matters_most_can_be_read_at_arms_length(drawn: list[dict[str, Any]]) -> None:
    if drawn[0]["pixels"] == "800x480":
        pytest.skip("a screen of seven inches has no room for letters of that size")
    views = ("welcome", "topics", "number", "plaza", "closed-topic", "line-full", "still-there")
    small = {
        f"{each['view']} {each['language']}": text
        for each in drawn
        if each["view"] in views
        for text, mm in each["capitals_mm"].items()
        if mm < READABLE_MM and text not in each["asides"]
    }
    assert small == {}
