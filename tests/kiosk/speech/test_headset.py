import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from ear import Ear
from jack_stand_in import JackStandIn, add_card

from kiosk.events import HeadsetChanged
from kiosk.speech.headset import HeadsetWatch
from kiosk.speech.jack import AskKernel, ask_kernel

HANDSET = "plughw:CARD=Handset,DEV=0"


class Bench:
    """A watch over the devices and cards of a folder."""

    def __init__(self, folder: Path) -> None:
        self.devices, self.cards = folder / "input", folder / "asound"
        self.ear = Ear()
        self._watches: list[HeadsetWatch] = []

    def watch(self, device: str | None = HANDSET, ask: AskKernel = ask_kernel) -> HeadsetWatch:
        watch = HeadsetWatch(device, self.ear, devices=self.devices, cards=self.cards, ask=ask)
        self._watches.append(watch)
        watch.start()
        return watch

    def close(self) -> None:
        for watch in self._watches:
            watch.stop()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.close()


def test_a_plug_in_the_jack_is_told_and_so_is_its_end(bench: Bench) -> None:
    jack = JackStandIn(bench.devices / "event3")
    bench.watch(None, jack.ask)
    jack.plug(is_in=True)
    assert bench.ear.next() == HeadsetChanged(is_in=True)
    jack.plug(is_in=False)
    assert bench.ear.next() == HeadsetChanged(is_in=False)


def test_a_handset_on_usb_is_told_and_so_is_its_end(bench: Bench) -> None:
    bench.watch()
    card = add_card(bench.cards, "Handset")
    assert bench.ear.next() == HeadsetChanged(is_in=True)
    (card / "usbid").unlink()
    assert bench.ear.next() == HeadsetChanged(is_in=False)


def test_what_was_in_from_the_start_is_known_and_wakes_nobody(bench: Bench) -> None:
    card = add_card(bench.cards, "Handset")
    watch = bench.watch()
    assert watch.is_in
    (card / "usbid").unlink()
    assert bench.ear.next() == HeadsetChanged(is_in=False)


def test_a_jack_that_comes_later_counts_and_one_that_goes_takes_its_plug_with_it(bench: Bench) -> None:
    first = JackStandIn(bench.devices / "event3")
    bench.watch(None, first.ask)
    late = JackStandIn(bench.devices / "event4")
    late.plug(is_in=True)
    assert bench.ear.next() == HeadsetChanged(is_in=True)
    late.go_away()
    assert bench.ear.next() == HeadsetChanged(is_in=False)


def test_devices_without_a_switch_are_let_alone(bench: Bench) -> None:
    keyboard = JackStandIn(bench.devices / "event0", is_in=None)
    watch = bench.watch(None, keyboard.ask)
    assert not watch.is_in
    assert watch._jacks == {}


def test_want_of_rights_is_one_line_in_the_log(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    bench.devices.mkdir()
    for number in range(3):
        # A link that leads nowhere cannot be opened by anybody, not even by root.
        (bench.devices / f"event{number}").symlink_to("nowhere")
    watch = bench.watch()
    watch.stop()
    lines = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(lines) == 1
    assert "group input" in lines[0]


def test_a_machine_without_any_such_device_has_no_headset(bench: Bench) -> None:
    assert not bench.watch().is_in
