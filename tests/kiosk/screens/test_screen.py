from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kiosk_screens import SIZES, at_page, paint, views
from PIL import Image
from screen_faults import faults_in
from x_server import x_server

from kiosk.screens.drawing import brush_for, drawn

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
VIEWS = "welcome,topics,number"


@pytest.fixture(scope="module", params=["1920x1080", "800x480"])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[dict[str, str]]]:
    """Some screens in a real window of that size: what each picture is of, with its file."""
    size, folder = request.param, tmp_path_factory.mktemp("screens")
    screen = SIZES[size]
    millimetres = "x".join(map(str, screen.millimetres))
    command = [sys.executable, HERE / "gallery.py", size, millimetres, str(screen.bottom_above_floor_mm), folder]
    chosen = ["--languages", "nl,ar", "--looks", "standard,large,contrast", "--views", VIEWS]
    with x_server() as display:
        environment = dict(os.environ) | {"DISPLAY": display, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests/kit'}"}
        done = subprocess.run(
            [*command, *chosen], env=environment, capture_output=True, text=True, timeout=110, check=False
        )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return size, [each | {"file": str(folder / each["file"])} for each in told]


def test_the_window_shows_the_words_where_they_were_computed(shown: tuple[str, list[dict[str, str]]]) -> None:
    size, pictures = shown
    first = [each for each in pictures if each["view"].removesuffix("-1") in VIEWS.split(",")]
    assert len(first) == 18
    for each in first:
        view = at_page(dict(views(size, each["language"], each["look"]))[each["view"].removesuffix("-1")], 0)
        paper = brush_for(paint(size), view).palette.paper
        with Image.open(each["file"]) as picture:
            assert faults_in(picture, drawn(paint(size), view), paper) == [], each
        assert each["faults"] == [], each


def test_a_picture_of_another_window_or_of_other_words_is_a_fault(shown: tuple[str, list[dict[str, str]]]) -> None:
    size, pictures = shown
    light, dark = (
        next(each for each in pictures if each["look"] == look and each["view"].startswith("welcome"))
        for look in ("standard", "contrast")
    )
    view = at_page(dict(views(size, "nl", "standard"))["number"], 0)
    paper = brush_for(paint(size), view).palette.paper
    with Image.open(light["file"]) as picture:
        lacking = faults_in(picture, drawn(paint(size), view), paper)
        assert lacking
        assert all(fault.startswith("not to be seen") for fault in lacking)
    with Image.open(dark["file"]) as picture:
        assert "another window lies over it" in faults_in(picture, drawn(paint(size), view), paper)
