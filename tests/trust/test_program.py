from pathlib import Path

import pytest
from enrolling import Cards

from trust import program
from trust.certificates import load


@pytest.fixture
def files(cards: Cards) -> tuple[Path, Path]:
    box = cards.place / "box.toml"
    box.write_text('devices = ["kiosk-1"]\n')
    return cards.settings.path, box


def test_a_password_that_arrived_goes_where_the_branch_file_says(cards: Cards, files: tuple[Path, Path]) -> None:
    hub = cards.hub()
    hub.enrol(cards.hub_card)
    for device in ("kiosk-1", "kiosk-9"):
        program._arrivals(hub.authority)(device, "geheim")
    assert program.accounts(files[0], hub.authority, hub.etc) == 0
    assert (cards.settings.path.parent / "secrets/kiosk-1").read_text() == "geheim\n"
    assert list((hub.authority / program.ARRIVED).iterdir()) == []


def test_what_a_box_has_is_shown_with_its_end_and_its_fingerprint(
    cards: Cards, files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    hub = cards.hub()
    hub.enrol(cards.hub_card)
    assert program.show(files[1], hub.etc) == 0
    told = capsys.readouterr().out
    ends = load(hub.etc / "broker.crt")[0].not_valid_after_utc
    assert f"broker: until {ends:%Y-%m-%d}\n" in told
    assert "kiosk-1" not in told
