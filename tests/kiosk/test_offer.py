from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.events import Now
from kiosk.offer import Offer, from_settings

if TYPE_CHECKING:
    from runtime.settings.model import Settings

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def new_offer(**changes: object) -> Offer:
    return Offer("Bibliotheek", "topics", ("nl",), (), **changes)  # type: ignore[arg-type]


def test_until_a_menu_comes_the_branch_file_says_what_there_is(settings: Settings) -> None:
    offer = from_settings(settings)
    assert [topic.id for topic in offer.topics] == [topic.id for topic in settings.topics]
    assert all(topic.open for topic in offer.topics)
    assert offer.is_open(NOON, is_hub_here=False)


@pytest.mark.parametrize("wall", [NOON - HOUR, NOON + HOUR])
def test_while_the_hub_is_there_it_alone_says_whether_the_doors_are_open(wall: datetime) -> None:
    assert new_offer(intake="open", closes_at=NOON).is_open(wall, is_hub_here=True)
    assert not new_offer(intake="closed", opens_at=NOON).is_open(wall, is_hub_here=True)


@pytest.mark.parametrize(("wall", "opens", "closes"), [(NOON - HOUR, False, True), (NOON, True, False)])
def test_while_it_is_away_the_times_that_it_told_do(wall: datetime, *, opens: bool, closes: bool) -> None:
    assert new_offer(intake="closed", opens_at=NOON).is_open(wall, is_hub_here=False) is opens
    assert new_offer(intake="open", closes_at=NOON).is_open(wall, is_hub_here=False) is closes


def test_staff_who_closed_the_intake_without_a_time_keep_it_closed() -> None:
    assert not new_offer(intake="closed").is_open(NOON + HOUR, is_hub_here=False)


def test_the_next_turn_of_the_doors_is_told_by_the_machines_own_clock() -> None:
    offer = new_offer(opens_at=NOON + 2 * HOUR, closes_at=NOON - HOUR)
    assert offer.turns_s(Now(100.0, NOON)) == 7300
    assert new_offer().turns_s(Now(100.0, NOON)) is None


def test_topics_of_both_levels_are_found_and_the_second_knows_the_first(settings: Settings) -> None:
    offer = from_settings(settings)
    found, parent = offer.find("digid-app"), offer.parent("digid-app")
    assert found is not None
    assert parent is not None
    assert (found.id, parent.id) == ("digid-app", "digid")
    assert (offer.find("weg"), offer.parent("digid")) == (None, None)
