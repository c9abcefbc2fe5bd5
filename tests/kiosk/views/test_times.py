from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from kiosk.offer import Offer
from kiosk.stages import Session
from kiosk.views.scene import Scene
from kiosk.views.times import come_back, day_name, open_until, week
from runtime.settings.model import Branch, Kiosk, Opening, Period, Settings
from wire.devices import PrinterState

SATURDAY = datetime(2026, 11, 21, 9, 41, tzinfo=UTC)


@pytest.fixture
def scene() -> Scene:
    """A Saturday morning in Hengelo, in Dutch."""
    return Scene(
        settings=Settings(branch=Branch(id="hengelo", name="Bibliotheek")),
        kiosk=Kiosk(),
        offer=Offer("Bibliotheek", "one-button", ("nl",), ()),
        languages=("nl", "en"),
        session=Session("nl"),
        printer=PrinterState("ready"),
        wall=SATURDAY,
    )


@pytest.mark.parametrize(
    ("opens_in", "text"),
    [
        (timedelta(hours=2), "We gaan open om 12:41."),
        (timedelta(days=1), "Morgen gaan we open om 10:41."),
        (timedelta(days=2), "We gaan open op maandag om 10:41."),
        (timedelta(days=9), "We gaan open op maandag 30 november om 10:41."),
    ],
)
def test_when_to_come_back_is_said_as_people_say_it(scene: Scene, opens_in: timedelta, text: str) -> None:
    scene = replace(scene, offer=replace(scene.offer, opens_at=SATURDAY + opens_in))
    assert come_back(scene) == (text,)


def test_nothing_is_promised_that_the_hub_did_not_tell(scene: Scene) -> None:
    assert come_back(scene) == ()
    assert open_until(scene) == ()
    assert week(scene) == ()


def test_times_are_those_of_the_branch(scene: Scene) -> None:
    offer = replace(scene.offer, closes_at=datetime(2026, 7, 1, 15, tzinfo=UTC))
    assert open_until(replace(scene, offer=offer)) == ("We zijn open tot 17:00.",)


def test_the_week_begins_on_monday_and_has_only_days_that_are_open(scene: Scene) -> None:
    hours = {5: (Period(time(10), time(16)),), 0: (Period(time(10), time(12)), Period(time(13), time(17))), 6: ()}
    scene = replace(scene, settings=Settings(branch=scene.settings.branch, opening=Opening(hours=hours)))
    assert week(scene) == (
        ("Maandag", "10:00–12:00, 13:00–17:00"),  # noqa: RUF001
        ("Zaterdag", "10:00–16:00"),  # noqa: RUF001
    )
    assert [day for day, _ in week(replace(scene, session=Session("en")))] == ["Monday", "Saturday"]
    assert week(replace(scene, session=Session("ar")))[0][1] == "10:00–12:00، 13:00–17:00"  # noqa: RUF001


def test_a_language_without_names_of_days_says_them_in_dutch() -> None:
    assert day_name(SATURDAY, "xx") == "zaterdag"
    assert day_name(SATURDAY, "../x") == "zaterdag"
