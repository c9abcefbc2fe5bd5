import threading
import time

import pytest
from ear import Ear

from wire.client import Unreachable
from wire.connection.keeper import Keeper


def test_it_holds_again_after_a_failure() -> None:
    turns = Ear()

    def hold() -> None:
        turns(1)
        raise Unreachable("nobody there")

    keeper = Keeper("link of kiosk-1", hold)
    keeper.start()
    assert [turns.next(), turns.next()] == [1, 1]
    keeper.stop(2)


def test_a_fault_of_its_own_is_logged_and_it_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    turns = Ear()

    def hold() -> None:
        turns(1)
        raise ZeroDivisionError

    keeper = Keeper("link of kiosk-1", hold)
    keeper.start()
    assert [turns.next(), turns.next()] == [1, 1]
    keeper.stop(2)
    assert "ZeroDivisionError" in caplog.text


def test_it_stops_while_it_waits_to_try_again() -> None:
    keeper = Keeper("link of kiosk-1", lambda: None)
    keeper.start()
    began_s = time.monotonic()
    keeper.stop(10)
    assert time.monotonic() - began_s < 8


def test_an_earlier_moment_shortens_its_sleep() -> None:
    awake, asleep = Ear(), threading.Event()

    def hold() -> None:
        asleep.set()
        keeper.sleep_until(time.monotonic() + 60)
        awake(time.monotonic())
        keeper.sleep_until(time.monotonic() + 60)

    keeper = Keeper("link of kiosk-1", hold)
    keeper.start()
    assert asleep.wait(30)
    time.sleep(0.05)
    began_s = time.monotonic()
    keeper.wake_by(began_s + 70)
    keeper.wake_by(began_s + 0.1)
    assert awake.next() - began_s < 10
    keeper.stop(2)
