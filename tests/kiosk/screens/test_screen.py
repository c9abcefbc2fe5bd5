from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kiosk_screens import SIZES, at_page, paint, views
from PIL import Image
from x_server import x_server

from kiosk.screens.drawing import brush_for, drawn
from screenkit.drawn import Words

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
        picture = Image.open(each["file"]).convert("RGB")
        assert picture.getpixel((2, 2)) == _rgb(brush_for(paint(size), view).palette.paper)
        for words in (part for part in drawn(paint(size), view) if isinstance(part, Words) and part.text):
            colours = _colours(picture, words)
            assert _rgb(words.colour) in colours, (each, words.text)
            assert len(colours) > 1, (each, words.text)


def _colours(picture: Image.Image, words: Words) -> set[tuple[int, int, int]]:
    ink = words.ink
    part = picture.crop((ink.x, ink.y, ink.right, ink.bottom))
    return {colour for _, colour in part.getcolors(part.width * part.height) or []}  # type: ignore[misc]


def _rgb(colour: tuple[float, ...]) -> tuple[int, ...]:
    return tuple(round(255 * part) for part in colour[:3])
