import os
from pathlib import Path

import pytest
from jack_stand_in import EV_KEY, EV_SW, JackStandIn

from kiosk.speech.jack import SW_HEADPHONE_INSERT, Jack, ask_kernel


@pytest.fixture
def device(tmp_path: Path) -> JackStandIn:
    return JackStandIn(tmp_path / "event0")


def test_a_plug_that_goes_in_and_out_is_felt(device: JackStandIn) -> None:
    jack = Jack(device.path, device.ask)
    assert jack.has_switch
    assert not jack.is_in
    for is_in in (True, False):
        device.plug(is_in=is_in)
        jack.read()
        assert jack.is_in is is_in
    jack.close()


def test_other_switches_and_keys_are_no_plug(device: JackStandIn) -> None:
    jack = Jack(device.path, device.ask)
    device.tell((EV_SW, 7, 1), (EV_KEY, SW_HEADPHONE_INSERT, 1))
    jack.read()
    assert not jack.is_in
    jack.close()


def test_a_record_that_comes_in_two_halves_is_one_record(device: JackStandIn) -> None:
    jack = Jack(device.path, device.ask)
    other = JackStandIn(device.path.with_name("event1"))
    other.plug(is_in=True)
    record = os.read(other._descriptor, 4096)
    for half in (record[:10], record[10:]):
        device.send(half)
        jack.read()
    assert jack.is_in
    jack.close()


def test_what_was_in_from_the_start_is_known(tmp_path: Path) -> None:
    device = JackStandIn(tmp_path / "event0", is_in=True)
    jack = Jack(device.path, device.ask)
    assert jack.is_in
    jack.close()


def test_a_device_without_the_switch_has_none(device: JackStandIn) -> None:
    descriptor = os.open(device.path, os.O_RDONLY | os.O_NONBLOCK)
    assert ask_kernel(descriptor) is None
    os.close(descriptor)


def test_a_device_that_went_away_says_so(device: JackStandIn) -> None:
    jack = Jack(device.path, device.ask)
    device.go_away()
    with pytest.raises(OSError, match="went away"):
        jack.read()
    jack.close()
