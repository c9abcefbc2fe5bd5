import functools
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hub_process import HubProcess
from msgspec.structs import replace
from pin_board import PinBoard

from kiosk.alarm.alarm import BEEPS_MOST, Alarm
from kiosk.alarm.devices import BEEPS
from kiosk.alarm.pins import NoPins
from runtime.settings.load import load
from runtime.settings.model import Gpio
from wire.answers import Answer
from wire.commands import TakeTicket
from wire.devices import PRESS, DeviceStatus
from wire.link import Link
from wire.names import new_id
from wire.payload import read
from wire.state import Menu

LAMP, BUZZER, BUTTON = 17, 27, 22
ALL = Gpio(lamp=LAMP, buzzer=BUZZER, button=BUTTON)
PATIENCE_S = 20
AT = "2026-11-22T09:00:00.000Z"


def until(is_so: Callable[[], Any]) -> None:
    until_s = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < until_s
        time.sleep(0.005)


@pytest.fixture
def board() -> PinBoard:
    return PinBoard()


@pytest.fixture
def presses() -> list[str]:
    return []


@pytest.fixture
def make_alarm(board: PinBoard, presses: list[str]) -> Iterator[Callable[..., Alarm]]:
    """Starts alarms on the board; each press leaves a word."""
    made: list[Alarm] = []

    def make(gpio: Gpio = ALL, **how: Any) -> Alarm:
        made.append(Alarm(gpio, **{"pins": lambda: board.factory, **how}))
        made[-1].start(lambda: presses.append("pressed"))
        return made[-1]

    yield make
    for alarm in made:
        alarm.stop()


def test_the_lamp_is_on_while_somebody_waits_alone(board: PinBoard, make_alarm: Callable[..., Alarm]) -> None:
    alarm = make_alarm()
    assert not board.is_on(LAMP)
    alarm.show(is_alert=True)
    until(lambda: board.is_on(LAMP))
    alarm.show(is_alert=False)
    until(lambda: not board.is_on(LAMP))


def test_the_buzzer_sounds_shortly_and_again_until_it_was_often_enough(
    board: PinBoard, make_alarm: Callable[..., Alarm], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.alarm.devices.BEEP_S", 0.005)
    alarm = make_alarm(again_s=0.05)
    alarm.show(is_alert=True)
    until(lambda: board.tones(BUZZER) >= BEEPS * BEEPS_MOST)
    time.sleep(0.2)
    assert board.tones(BUZZER) == BEEPS * BEEPS_MOST
    assert not board.is_on(BUZZER)
    assert board.is_on(LAMP)


def test_a_new_alert_sounds_at_once(board: PinBoard, make_alarm: Callable[..., Alarm]) -> None:
    alarm = make_alarm()
    for times in (1, 2):
        alarm.show(is_alert=True)
        until(lambda tones=times: board.tones(BUZZER) >= tones)
        alarm.show(is_alert=False)
        until(lambda: not board.is_on(LAMP))


def test_the_button_says_once_that_somebody_comes_and_only_while_somebody_waits(
    board: PinBoard, presses: list[str], make_alarm: Callable[..., Alarm]
) -> None:
    alarm = make_alarm()
    alarm.show(is_alert=True)
    until(lambda: board.is_on(LAMP))
    assert alarm.facts() == {}
    board.press(BUTTON)
    until(lambda: presses)
    assert list(alarm.facts()) == [PRESS]
    alarm.show(is_alert=False)
    until(lambda: not board.is_on(LAMP))
    board.press(BUTTON)
    assert presses == ["pressed"]


def test_what_has_no_pin_is_left_out(board: PinBoard, make_alarm: Callable[..., Alarm]) -> None:
    alarm = make_alarm(Gpio(lamp=LAMP))
    alarm.show(is_alert=True)
    until(lambda: board.is_on(LAMP))
    assert len(board.factory.pins) == 1


def test_with_the_kiosk_the_lamp_goes_off(board: PinBoard, make_alarm: Callable[..., Alarm]) -> None:
    alarm = make_alarm()
    alarm.show(is_alert=True)
    until(lambda: board.is_on(LAMP))
    alarm.stop()
    assert board.factory.pin(LAMP).function == "input"


def test_a_machine_without_pins_says_so_once_and_goes_on(
    make_alarm: Callable[..., Alarm], caplog: pytest.LogCaptureFixture
) -> None:
    def none() -> Any:
        raise NoPins("no pins can be reached here: a Raspberry Pi needs python3-lgpio")

    with caplog.at_level(logging.WARNING):
        alarm = make_alarm(pins=none)
        alarm.show(is_alert=True)
        until(lambda: caplog.messages)
        alarm.stop()
    assert caplog.messages == [
        "alerts.gpio is left alone: no pins can be reached here: a Raspberry Pi needs python3-lgpio"
    ]


@pytest.fixture
def hub(tmp_path: Path, broker: Any) -> Iterator[HubProcess]:
    """A branch whose kiosk has a lamp and a button."""
    process = HubProcess(tmp_path, broker.port, f"[alerts]\ngpio = {{ lamp = {LAMP}, button = {BUTTON} }}")
    process.start()
    yield process
    process.stop()


def test_by_lamp_and_button_staff_learn_that_somebody_waits_and_say_that_they_come(
    hub: HubProcess, board: PinBoard, tmp_path: Path
) -> None:
    settings = load(tmp_path / "branch.toml")
    alarm = Alarm(settings.alerts.gpio or Gpio(), pins=lambda: board.factory)
    status = DeviceStatus(device="kiosk-1", kind="kiosk", state="ready", at=AT, since=AT, version="1")
    told = functools.partial(replace, status)
    link = Link(
        settings.broker, "kiosk-1", settings.branch.id, status=lambda: told(facts=alarm.facts()), offline=status
    )
    link.subscribe(link.topics.state("menu"), lambda message: alarm.show(is_alert=read(message.payload, Menu).alert))
    link.start()
    alarm.start(link.announce_status)
    try:
        until(lambda: link.is_connected and hub_says_ready(hub))
        taken = link.ask_and_wait(TakeTicket(request_id=new_id(), device="kiosk-1"))
        assert isinstance(taken, Answer)
        until(lambda: board.is_on(LAMP))
        board.press(BUTTON)
        until(lambda: not board.is_on(LAMP))
    finally:
        alarm.stop()
        link.stop()


def hub_says_ready(hub: HubProcess) -> bool:
    return "is connected" in hub.log
