from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from board.presence import Presence

if TYPE_CHECKING:
    from paper_hub import PaperHub


@pytest.fixture
def presence() -> Presence:
    return Presence(now_s=0)


def test_the_hub_has_25_seconds_to_be_heard_for_the_first_time(presence: Presence) -> None:
    assert not presence.is_away(25)
    assert presence.is_away(25.1)


def test_each_heartbeat_keeps_it_there(presence: Presence, hub: PaperHub) -> None:
    presence.heard_status(hub.status(), is_live=True, now_s=20)
    assert not presence.is_away(45)
    assert presence.is_away(45.1)


def test_its_last_will_says_that_it_is_away_at_once(presence: Presence, hub: PaperHub) -> None:
    presence.heard_status(hub.status(), is_live=True, now_s=20)
    presence.heard_status(hub.status("offline"), is_live=True, now_s=21)
    assert presence.is_away(21)


def test_it_is_back_with_the_first_heartbeat(presence: Presence, hub: PaperHub) -> None:
    presence.heard_status(hub.status("offline"), is_live=False, now_s=1)
    presence.heard_status(hub.status(), is_live=True, now_s=90)
    assert not presence.is_away(90)


def test_a_retained_status_is_no_heartbeat(presence: Presence, hub: PaperHub) -> None:
    presence.heard_status(hub.status(), is_live=False, now_s=24)
    assert presence.is_away(26)


def test_a_degraded_hub_is_there(presence: Presence, hub: PaperHub) -> None:
    presence.heard_status(hub.status("degraded"), is_live=True, now_s=20)
    assert not presence.is_away(40)


def test_a_last_will_tells_no_time_because_it_was_written_long_before(presence: Presence, hub: PaperHub) -> None:
    presence.heard_status(hub.status("offline"), is_live=True, now_s=1)
    assert presence.last_time is None


def test_of_retained_times_the_latest_counts(presence: Presence, hub: PaperHub) -> None:
    presence.heard_status(hub.status(), is_live=False, now_s=0)
    latest = hub.now
    hub.later(-60)
    presence.heard_status(hub.status(), is_live=False, now_s=0)
    assert presence.last_time == latest


def test_a_hub_that_set_its_clock_back_is_believed(presence: Presence, hub: PaperHub) -> None:
    presence.heard_status(hub.status(), is_live=True, now_s=0)
    hub.later(-3600)
    presence.heard_status(hub.status(), is_live=True, now_s=10)
    assert presence.last_time == hub.now
