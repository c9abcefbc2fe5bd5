import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from beurt_command import BEURT
from PIL import Image

WINDOW_PX = (1920, 1080)
PAGE_PX = (1280, 800)
WINDOWS = ("kiosk-welcome", "kiosk-topics", "kiosk-number", "display-waiting", "display-called")
PAGES = ("console-signin", "console-floor", "console-visit")

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("screens")]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tour")
    environment = os.environ | {"TMPDIR": str(folder)}
    walked = subprocess.run(
        [BEURT, "demo", "--tour", folder / "out"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert walked.returncode == 0, walked.stdout + walked.stderr
    return folder / "out"


def picture(left: Path, name: str) -> Image.Image:
    with Image.open(left / f"{name}.png") as opened:
        return opened.convert("RGB")


def transcript(left: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (left / "transcript.jsonl").read_text().splitlines()]


def test_the_tour_leaves_a_full_picture_of_every_window_and_page(left: Path) -> None:
    sizes = {name: picture(left, name).size for name in WINDOWS + PAGES}
    assert sizes == dict.fromkeys(WINDOWS, WINDOW_PX) | dict.fromkeys(PAGES, PAGE_PX)


def test_every_picture_of_the_tour_is_another(left: Path) -> None:
    assert len({picture(left, name).tobytes() for name in WINDOWS + PAGES}) == 8


def test_the_ticket_is_there_as_a_picture_and_as_bytes(left: Path) -> None:
    given = next(row["payload"]["ticket"] for row in transcript(left) if "ticket" in (row.get("payload") or ()))
    assert given["number"].encode() in (left / "ticket.bin").read_bytes()
    assert picture(left, "ticket").width >= 384


def test_the_transcript_tells_every_step_and_message_in_the_order_of_time(left: Path) -> None:
    rows = transcript(left)
    steps = [row for row in rows if row["kind"] == "step"]
    topics = {row["topic"].split("/", 3)[3] for row in rows if row["kind"] == "message"}
    assert [row["at"] for row in rows] == sorted(row["at"] for row in rows)
    assert len(steps) > 10
    assert [row for row in steps if not row["ok"]] == []
    assert topics >= {"command/take-ticket", "command/call-next", "command/finish-visit", "state/board", "state/floor"}


def test_the_tour_leaves_nothing_but_its_folder(left: Path) -> None:
    assert [path.name for path in left.parent.iterdir()] == ["out"]
