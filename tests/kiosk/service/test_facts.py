import ipaddress
from pathlib import Path

import pytest

from kiosk.service.facts import addresses, look_around
from runtime.settings.model import Printer


@pytest.mark.parametrize(("width_dots", "left_mm"), [(576, 70_000), (384, 20_000)])
def test_the_paper_that_is_left_is_counted_from_the_roll_on_disk(tmp_path: Path, width_dots: int, left_mm: int) -> None:
    roll = tmp_path / "roll.json"
    roll.write_text('{"mm": 10000.0}')
    printer = Printer(kind="serial", port=Path("/dev/null"), width_dots=width_dots)
    assert look_around(printer, roll).paper_left_mm == left_mm


def test_without_a_printer_there_is_no_paper(tmp_path: Path) -> None:
    facts = look_around(Printer(kind="none"), tmp_path / "roll.json")
    assert facts.paper_left_mm is None
    assert facts.program
    assert "Python" in facts.system


def test_the_addresses_are_those_that_others_can_use() -> None:
    assert [each for each in addresses() if ipaddress.ip_address(each).is_loopback] == []
