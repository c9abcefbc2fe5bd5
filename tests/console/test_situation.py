from datetime import timedelta

import pytest
from msgspec.structs import replace
from snapshots import AT, board, call, desk, floor, ticket

from console.deeds import Deeds
from console.names import Names
from console.picture import Picture
from console.sessions import Session
from console.situation import RECALL_S, Situation
from runtime.settings.model import Branch, Line, Settings
from wire.state import Floor, Today
from wire.times import at_moment, at_text

FLOOR = floor(
    desks=(desk(state="calling", ticket=ticket(state="calling")),),
    today=Today(taken=1, waiting=0, parked=0, helped=0, missed=0, unregistered=0),
)


def situation(after_s: float, times_called: int = 1, floor: Floor = FLOOR) -> Situation:
    at = at_text(at_moment(AT) + timedelta(seconds=after_s))
    picture = Picture()
    picture.take(floor, 0, is_retained=True)
    picture.take(board(at=at, calls=(call(times_called=times_called),)), 0, is_retained=False)
    session = Session("token", 1e9, desk="1")
    names = Names(Settings(branch=Branch(id="proef", name="Proef"), lines=(Line(id="ido", name={"nl": "Rij"}),)))
    return Situation(picture=picture, names=names, deeds=Deeds(), session=session, now_s=0, is_hub_there=True)


@pytest.mark.parametrize(("after_s", "left_s"), [(0, RECALL_S), (10, RECALL_S - 10), (30, RECALL_S - 30)])
def test_calling_again_is_suggested_after_a_while_and_never_done_by_itself(after_s: float, left_s: float) -> None:
    assert situation(after_s).recall_in_s == pytest.approx(left_s)
    assert 20 <= RECALL_S <= 30


def test_who_was_called_again_already_is_not_suggested_once_more() -> None:
    assert situation(60, times_called=2).recall_in_s is None


def test_with_nobody_called_there_is_nothing_to_suggest() -> None:
    assert situation(60, floor=replace(FLOOR, desks=(desk(),))).recall_in_s is None
