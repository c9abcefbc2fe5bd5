from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from msgspec.structs import replace

from board.branch import phrases, sentences
from board.room import Room
from display.branch import layout
from runtime.settings.load import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from display_window import MakeShowing, Showing
    from paper_hub import PaperHub
    from PIL.Image import Image

    from display.layout.poster import Measure, Poster
    from screenkit.boxes import Box
    from wire.state import Board

WATER, PAPER, SUN = (11, 59, 99), (251, 248, 243), (255, 197, 61)
EDGE_PX = 10
DRAWN_WITHIN_S = 30.0
LONG_NAMES = {"1": "Balie 1", "2": "Spreekkamer 1", "3": "Spreekkamer 2"}
LONG_DESKS = "".join(f'\n[[desks]]\nid = "{desk}"\nname = {{ nl = "{name}" }}' for desk, name in LONG_NAMES.items())

pytestmark = [pytest.mark.timeout(120), pytest.mark.xdist_group("screens")]


def boards(hub: PaperHub) -> dict[str, Board]:
    """The states of a day, each as its hub would publish it; old enough to be announced no more."""
    hub.later(-3600)
    made = {"nobody-yet": hub.board(at=late(hub))}
    made["closed"] = hub.board(intake="closed", staffed="no", opens_at="2026-11-24T09:00:00.000Z", at=late(hub))
    made["notice"] = hub.board(intake="closed", notice="break", at=late(hub))
    for number in range(21, 26):
        hub.call(str(number), str(number % 3 + 1), "past")
    made["nobody"] = hub.board(at=late(hub))
    made["coming"] = hub.board(staffed="later", coming=True, at=late(hub))
    for count in range(1, 6):
        hub.call(str(25 + count), str(count % 3 + 1))
        made[f"calls-{count}"] = hub.board(at=late(hub))
    return made


def late(hub: PaperHub) -> str:
    return f"{hub.now:%Y-%m-%dT%H}:59:00.000Z"


def with_letters_and_long_names(hub: PaperHub) -> dict[str, Board]:
    """The same with letters, at desks with long names."""
    return {
        name: _with(board, calls=tuple(_renamed(call, index) for index, call in enumerate(board.calls)))
        for name, board in boards(hub).items()
    }


def _renamed(call: Any, index: int) -> Any:
    return _with(call, number=f"{'ABL'[index % 3]}{call.number}", desk_name=LONG_NAMES[call.desk])


def _with(struct: Any, **fields: object) -> Any:
    return replace(struct, **fields)


def drawn(showing: Showing, boards: dict[str, Board], measure: Measure, folder: Path) -> dict[str, Image]:
    pictures, last = {}, showing.picture()
    for name, board in boards.items():
        showing.board(board)
        last = showing.changed(last)
        pictures[name] = last = wait_until_drawn(showing, last, expected(showing, board, measure), measure)
        last.save(folder / f"{name}.png")
    return pictures


def wait_until_drawn(showing: Showing, picture: Image, poster: Poster, measure: Measure) -> Image:
    """The picture once all is in it: a busy machine may take a while between the ground and the words."""
    end_s = time.monotonic() + DRAWN_WITHIN_S
    while True:
        try:
            check_drawn(picture, poster, measure)
        except AssertionError:
            if time.monotonic() > end_s:
                raise
            time.sleep(0.2)
            picture = showing.picture()
        else:
            return picture


def expected(showing: Showing, board: Board, measure: Measure) -> Poster:
    settings = load(showing.log.with_name("branch.toml"))
    room = Room(settings.branch.name, sentences(settings), phrases(settings), 0)
    room.heard_board(board, is_live=True)
    view = room.view(0, datetime.now(UTC))
    return layout(settings, settings.displays[0].screen, showing.pixels, measure).poster(view)


def check_drawn(picture: Image, poster: Poster, measure: Measure) -> None:
    seen = np.asarray(picture.convert("RGB")).astype(int)
    for pane, ground in panes(seen):
        check_edges_are_clear(pane, ground)
    lines = [*poster.lines, *(line for card in poster.cards for line in card.lines)]
    for line in filter(lambda line: line.text, lines):
        part = cut(seen, line.box(measure))
        assert share_unlike(part, tuple(part[0, 0])) > 0.05, f"nothing stands at {line}"


def panes(seen: Any) -> list[tuple[Any, tuple[int, int, int]]]:
    """The panes as they were drawn, found by their colours along the screen's edges."""
    across, down = (int(np.argmax((edge == PAPER).all(axis=1))) for edge in (seen[0], seen[:, 0]))
    if across:
        return [(seen[:, :across], WATER), (seen[:, across:], PAPER)]
    if down:
        return [(seen[:down], WATER), (seen[down:], PAPER)]
    return [(seen, WATER)]


def cut(seen: Any, box: Box) -> Any:
    return seen[box.y : box.bottom, box.x : box.right]


def check_edges_are_clear(pane: Any, ground: tuple[int, int, int]) -> None:
    strips = (pane[:EDGE_PX], pane[-EDGE_PX:], pane[:, :EDGE_PX], pane[:, -EDGE_PX:])
    assert all(share_unlike(strip, ground) == 0 for strip in strips)


def share_unlike(part: Any, ground: tuple[int, int, int]) -> float:
    return float((np.abs(part - np.array(ground)).max(axis=2) > 24).mean())


SIZES = (
    (1280, 720),
    *(pytest.param(size, marks=pytest.mark.long) for size in ((1920, 1080), (1080, 1920), (3840, 2160))),
)


@pytest.mark.parametrize("pixels", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("names", [pytest.param("short", marks=pytest.mark.long), "long"])
def test_every_state_is_drawn_whole(
    show: MakeShowing, hub: PaperHub, measure: Measure, pixels: tuple[int, int], names: str
) -> None:
    showing = show(pixels, branch_file=LONG_DESKS if names == "long" else "")
    states = with_letters_and_long_names(hub) if names == "long" else boards(hub)
    pictures = drawn(showing, states, measure, showing.log.parent)
    assert pictures.keys() == states.keys()
    assert [name for name, picture in pictures.items() if has_red(picture)] == []


def has_red(picture: Image) -> bool:
    red, green, blue = np.moveaxis(np.asarray(picture.convert("RGB")).astype(int), 2, 0)
    return bool(((red > 150) & (green < 90) & (blue < 90)).any())


def test_only_the_card_of_the_call_that_has_its_turn_is_lit(show: MakeShowing, hub: PaperHub) -> None:
    showing = show((1920, 1080))
    start = showing.picture()
    hub.call("26", "1")
    hub.later(40)
    showing.board(hub.board())
    showing.changed(start)
    showing.board(hub.call("27", "2"))
    assert is_soon(lambda: share_unlike(upper_and_lower_card(showing)[0], SUN) < 0.4)
    assert share_unlike(upper_and_lower_card(showing)[1], WATER) < 0.4


def upper_and_lower_card(showing: Showing) -> tuple[Any, Any]:
    seen = np.asarray(showing.picture().convert("RGB")).astype(int)
    return seen[110:530, 40:1100], seen[560:980, 40:1100]


def is_soon(question: Callable[[], bool]) -> bool:
    end_s = time.monotonic() + 30
    while not question() and time.monotonic() < end_s:
        time.sleep(0.1)
    return question()


def test_nothing_moves_by_itself(show: MakeShowing, hub: PaperHub) -> None:
    showing = show()
    start = showing.picture()
    showing.board(hub.call("27", "2", "at-desk"))
    still = showing.changed(start)
    pictures = [showing.picture() for _ in range(20)]
    assert all(picture == still for picture in pictures)
