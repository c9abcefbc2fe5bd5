"""The display in a branch where things are killed and started again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from display_house import BELOW

if TYPE_CHECKING:
    from display_house import DisplayHouse
    from display_window import MakeShowing
    from paper_hub import PaperHub
    from PIL.Image import Image

BACK_WITHIN_S = 3.0
RIGHT_WITHIN_S = 1.0
SUN, WATER = (255, 197, 61), (11, 59, 99)

pytestmark = [pytest.mark.timeout(240), pytest.mark.xdist_group("screens")]


def is_lit(picture: Image) -> bool:
    return picture.getpixel((60, 320)) == SUN


def with_a_call(branch: DisplayHouse) -> Image:
    """Somebody has been called and the light is out."""
    branch.start()
    waiting = branch.rests(branch.picture())
    branch.call()
    branch.becomes(is_lit)
    branch.becomes(lambda picture: not is_lit(picture))
    return branch.rests(waiting)


@pytest.mark.long
def test_a_broker_that_is_killed_and_started_leaves_the_board_right_and_nothing_old_is_announced(
    branch: DisplayHouse,
) -> None:
    called = with_a_call(branch)
    branch.broker.restart()
    branch.sits_down()
    assert branch.rests() == called
    assert branch.announced == 1
    branch.ask("start-visit", desk="1")
    assert branch.becomes(lambda picture: picture != called) < RIGHT_WITHIN_S
    branch.call()
    branch.becomes(is_lit)
    assert branch.announced == 2


@pytest.mark.long
def test_a_hub_that_is_killed_and_started_has_its_board_back_and_nothing_old_is_announced(
    branch: DisplayHouse,
) -> None:
    called = with_a_call(branch)
    branch.hub.kill()
    branch.rests(called)
    branch.hub.start()
    assert branch.desk is not None
    branch.hub.tells(branch.desk, "ready")
    assert branch.becomes(lambda picture: picture == called) < RIGHT_WITHIN_S
    assert branch.rests() == called
    assert branch.announced == 1


@pytest.mark.long
def test_a_display_that_is_killed_shows_the_right_picture_within_three_seconds_and_says_nothing_old(
    branch: DisplayHouse,
) -> None:
    called = with_a_call(branch)
    took_s = []
    for _ in range(3):
        branch.kill()
        branch.becomes(lambda picture: picture != called)
        branch.start()
        took_s.append(branch.becomes(lambda picture: picture == called))
    assert min(took_s) < BACK_WITHIN_S, took_s
    time.sleep(1)
    assert branch.announced == 1


def test_two_displays_of_a_room_show_the_same_and_one_of_them_is_heard(branch: DisplayHouse) -> None:
    branch.start()
    branch.start_second()
    branch.becomes(lambda picture: picture.getpixel((4, 4)) == branch.picture(BELOW).getpixel((4, 4)) == WATER)
    branch.call()
    branch.becomes(lambda picture: is_lit(picture) and is_lit(branch.picture(BELOW)))
    branch.becomes(lambda picture: picture == branch.picture(BELOW))
    tries = {log.stem: log.read_text().count("aplay is missing") for log in branch.folder.glob("display-*.log")}
    assert tries == {"display-1": 0, "display-2": 1}


@pytest.mark.parametrize("jump_s", [86_400, -86_400], ids=["forward", "back"])
def test_a_clock_that_jumps_a_day_has_nothing_announced_again(show: MakeShowing, hub: PaperHub, jump_s: float) -> None:
    showing = show()
    showing.board(hub.call("27", "2"))
    assert len(showing.said("Announcing")) == 1
    hub.later(jump_s)
    showing.status(hub.status())
    showing.board(hub.board())
    again = hub.call("28", "1")
    showing.board(again)
    assert len(showing.said("Announcing", 2)) == 2
    time.sleep(1)
    assert showing.log.read_text().count("Announcing") == 2
