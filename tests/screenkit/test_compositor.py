import struct
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from wayland_door import ANSWER, WaylandDoor

from screenkit import compositor
from screenkit.compositor import Compositor


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compositor, "_ASK_EVERY_S", 0.0)
    monkeypatch.setattr(compositor, "_SILENCE_S", 0.3)
    monkeypatch.setattr(compositor, "_HANG_S", 0.6)


@pytest.fixture
def address(tmp_path: Path) -> Path:
    return tmp_path / "wayland-0"


@pytest.fixture
def door(address: Path) -> Iterator[WaylandDoor]:
    door = WaylandDoor(address)
    yield door
    door.close()


@pytest.fixture
def asked(address: Path) -> Iterator[Compositor]:
    asked = Compositor(address)
    yield asked
    asked.close()


def until(asked: Compositor, *, answers: bool) -> bool:
    end_s = time.monotonic() + 30
    while time.monotonic() < end_s:
        if asked.is_answering() == answers:
            return True
        time.sleep(0.01)
    return False


def test_the_question_is_the_one_of_the_protocol(asked: Compositor, door: WaylandDoor) -> None:
    asked.is_answering()
    line, question = door.question()
    line.close()
    assert struct.unpack("=III", question) == (1, 12 << 16, 2)


def test_a_compositor_that_answers_is_heard(asked: Compositor, door: WaylandDoor) -> None:
    assert not asked.is_answering()
    door.answer()
    assert until(asked, answers=True)


def test_one_that_falls_silent_is_noticed_and_heard_again_when_it_comes_back(
    asked: Compositor, door: WaylandDoor
) -> None:
    asked.is_answering()
    door.answer()
    assert until(asked, answers=True)
    line, _ = door.question()
    assert until(asked, answers=False)
    line.close()
    assert not asked.is_answering()
    door.answer()
    assert until(asked, answers=True)


def test_one_that_hangs_up_without_a_word_does_not_count(asked: Compositor, door: WaylandDoor) -> None:
    asked.is_answering()
    line, _ = door.question()
    line.close()
    time.sleep(0.05)
    assert not asked.is_answering()


def test_one_that_owes_an_answer_for_long_hangs(asked: Compositor, door: WaylandDoor) -> None:
    asked.is_answering()
    line, _ = door.question()
    with line:
        assert not asked.hangs
        time.sleep(0.7)
        assert not asked.is_answering()
        assert asked.hangs
        line.sendall(ANSWER)
        assert until(asked, answers=True)
        assert not asked.hangs


def test_an_answer_that_came_while_the_program_was_busy_is_no_hang(asked: Compositor, door: WaylandDoor) -> None:
    asked.is_answering()
    door.answer()
    time.sleep(0.7)
    assert until(asked, answers=True)
    assert not asked.hangs


def test_one_that_ended_is_missed_though_another_answers_in_its_place(
    asked: Compositor, door: WaylandDoor, address: Path
) -> None:
    asked.is_answering()
    door.answer()
    assert until(asked, answers=True)
    assert not asked.has_gone
    door.close()
    address.unlink()
    another = WaylandDoor(address)
    assert not asked.is_answering()
    assert asked.hangs
    another.close()


def test_where_there_is_none_it_does_not_answer(address: Path) -> None:
    assert not Compositor(address).is_answering()


def test_under_x_there_is_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert Compositor.of_this_screen().is_answering()


def test_it_is_found_as_clients_find_it(
    address: Path, door: WaylandDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", address.name)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    asked = Compositor.of_this_screen()
    asked.is_answering()
    door.answer()
    assert until(asked, answers=True)
    asked.close()
