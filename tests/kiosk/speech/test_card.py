from pathlib import Path

import pytest
from jack_stand_in import add_card

from kiosk.speech.card import Card


@pytest.mark.parametrize(
    "device", ["plughw:CARD=Handset,DEV=0", "plughw:CARD=Handset", "hw:Handset", "plughw:Handset,0", "hw:1,0", "hw:1"]
)
def test_a_card_is_known_by_its_name_or_its_number_in_every_way_that_alsa_writes_it(
    tmp_path: Path, device: str
) -> None:
    card = Card(device, tmp_path)
    assert not card.is_in
    add_card(tmp_path, "Handset")
    assert card.is_in


@pytest.mark.parametrize("device", [None, "default", "null", "hw:CARD=Other"])
def test_a_device_that_is_no_card_or_another_one_is_never_in(tmp_path: Path, device: str | None) -> None:
    add_card(tmp_path, "Handset")
    assert not Card(device, tmp_path).is_in


def test_a_card_that_is_soldered_in_tells_nothing_of_a_headset(tmp_path: Path) -> None:
    add_card(tmp_path, "PCH", 0, is_usb=False)
    assert not Card("hw:CARD=PCH,DEV=0", tmp_path).is_in
