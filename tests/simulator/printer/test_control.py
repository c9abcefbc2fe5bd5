from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.printer.control import LONGEST_LINE_BYTES, ControlFifo


@pytest.fixture
def fifo(tmp_path: Path) -> Iterator[ControlFifo]:
    control = ControlFifo(tmp_path / "control")
    yield control
    control.close()


def test_the_fifo_is_made_for_its_owner_only(fifo: ControlFifo, tmp_path: Path) -> None:
    mode = (tmp_path / "control").stat().st_mode

    assert stat.S_ISFIFO(mode)
    assert stat.S_IMODE(mode) == 0o600
    assert fifo.lines() == []


def test_each_writer_may_come_and_go(fifo: ControlFifo, tmp_path: Path) -> None:
    (tmp_path / "control").write_text("paper-out\n")
    (tmp_path / "control").write_text("ok\nslow 9600\n")

    assert fifo.lines() == ["paper-out", "ok", "slow 9600"]


def test_a_line_waits_for_its_end(fifo: ControlFifo, tmp_path: Path) -> None:
    (tmp_path / "control").write_text("pap")
    assert fifo.lines() == []

    (tmp_path / "control").write_text("er-low\n")
    assert fifo.lines() == ["paper-low"]


def test_a_line_without_end_is_not_kept(fifo: ControlFifo, tmp_path: Path) -> None:
    for _ in range(10):
        (tmp_path / "control").write_bytes(b"\xff" * 4000)
        fifo.lines()
    (tmp_path / "control").write_text("\n")

    assert len(fifo.lines()[0]) <= LONGEST_LINE_BYTES


def test_it_goes_with_the_printer(tmp_path: Path) -> None:
    ControlFifo(tmp_path / "ours").close()

    assert not (tmp_path / "ours").exists()


def test_a_fifo_that_was_there_stays(fifo: ControlFifo, tmp_path: Path) -> None:
    assert fifo.fileno() > 0
    ControlFifo(tmp_path / "control").close()

    assert (tmp_path / "control").exists()


def test_a_file_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")

    with pytest.raises(FileExistsError, match="no FIFO"):
        ControlFifo(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "precious"
