from datetime import UTC, datetime

from snapshots import AT, desk, floor

from console.picture import HUB_SILENCE_S, Picture
from wire.devices import DeviceStatus


def status(state: str = "ready", at: str = AT) -> DeviceStatus:
    return DeviceStatus(device="hub-1", kind="hub", state=state, at=at, since=AT, version="1")  # type: ignore[arg-type]


def test_an_older_revision_of_the_same_epoch_is_dropped() -> None:
    picture = Picture()
    for revision in (5, 4):
        picture.take(floor(revision=revision), 0, is_retained=False)
    assert picture.floor is not None
    assert picture.floor.revision == 5


def test_a_new_epoch_begins_anew() -> None:
    picture = Picture()
    picture.take(floor(revision=5), 0, is_retained=False)
    picture.take(floor(revision=1, epoch="two"), 0, is_retained=False)
    assert picture.floor is not None
    assert picture.floor.revision == 1


def test_the_hub_is_there_while_its_heart_beats() -> None:
    picture = Picture()
    assert not picture.is_hub_there(0)
    picture.hear_hub(status(), 100, is_retained=False)
    assert picture.is_hub_there(100 + HUB_SILENCE_S - 1)
    assert not picture.is_hub_there(100 + HUB_SILENCE_S)


def test_the_hub_is_away_as_soon_as_it_says_so() -> None:
    picture = Picture()
    picture.hear_hub(status(), 100, is_retained=False)
    picture.hear_hub(status("offline"), 101, is_retained=False)
    assert not picture.is_hub_there(101)


def test_the_hubs_clock_runs_on_from_what_was_heard_live() -> None:
    picture = Picture()
    picture.take(floor(), 100, is_retained=False)
    assert picture.hub_now(130) == datetime(2026, 3, 2, 10, 0, 30, tzinfo=UTC)


def test_a_kept_message_tells_nothing_about_the_time() -> None:
    picture = Picture()
    picture.take(floor(), 100, is_retained=True)
    assert abs((picture.hub_now(100) - datetime.now(UTC)).total_seconds()) < 5


def test_undo_is_left_for_as_long_as_the_hubs_clock_says() -> None:
    picture = Picture()
    picture.take(floor(desks=(desk(undo_until="2026-03-02T10:00:30.000Z"),)), 100, is_retained=False)
    shown = picture.desk("1")
    assert shown is not None
    assert picture.undo_left_s(shown, 110) == 20
    assert picture.undo_left_s(shown, 131) < 0


def test_a_desk_that_the_floor_does_not_know_is_none() -> None:
    picture = Picture()
    assert picture.desk("1") is None
    picture.take(floor(desks=(desk(),)), 100, is_retained=False)
    assert picture.desk("9") is None
