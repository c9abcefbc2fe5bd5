from collections.abc import Sequence
from pathlib import Path

import pytest
from heard import Listener
from speaker_of_a_language import Keys, Recorder

from voices.recording.microphone import Microphone, MicrophoneError
from voices.recording.session import Session
from voices.recording.shelf import Shelf
from voices.recording.take import NOISY

GOOD, IN_NOISE = (9_000, 10), (9_000, 1_500)
RECORD, END, KEEP = "", "", ""


def sat_down(
    folder: Path, takes: Sequence[tuple[int, int]], keys: Sequence[str], device: str = "default"
) -> tuple[Session, Keys, Listener]:
    recorder, player = Recorder(folder, *takes), Listener()
    person = Keys(recorder, keys)
    microphone = Microphone(device, recorder.program)
    session = Session(Shelf(folder / "clips"), microphone, player, person.ask, person.tell)  # type: ignore[arg-type]
    return session, person, player


def test_what_was_read_is_heard_back_and_kept(tmp_path: Path) -> None:
    session, person, player = sat_down(tmp_path, [GOOD, GOOD], [RECORD, END, KEEP, RECORD, END, KEEP])
    assert session.record(["ቁጽሪ", "2"])
    assert session.shelf.has("ቁጽሪ")
    assert session.shelf.has("2")
    assert [0.3 <= heard.lasts_s <= 0.5 for heard in player.heard] == [True, True]
    assert "\n2 of 2:   2" in person.lines


def test_what_is_there_is_not_asked_again(tmp_path: Path) -> None:
    sat_down(tmp_path, [GOOD], [RECORD, END, KEEP])[0].record(["1", "2"])
    again, person, _ = sat_down(tmp_path, [GOOD], [RECORD, END, KEEP])
    assert again.record(["1", "2"])
    assert "\n1 of 1:   2" in person.lines


def test_a_take_can_be_heard_again_and_made_again(tmp_path: Path) -> None:
    session, _, player = sat_down(tmp_path, [GOOD, GOOD], [RECORD, END, "l", "a", RECORD, END, KEEP])
    assert session.record(["1"])
    assert len(player.heard) == 3


@pytest.mark.parametrize(("answer", "is_kept"), [("", False), ("k", True)])
def test_a_take_with_noise_is_only_kept_by_who_says_so(tmp_path: Path, answer: str, *, is_kept: bool) -> None:
    session, person, _ = sat_down(tmp_path, [IN_NOISE], [RECORD, END, answer])
    session.record(["1"])
    assert f"  {NOISY}" in person.lines
    assert session.shelf.has("1") == is_kept


@pytest.mark.parametrize("keys", [["s"], [RECORD, END, "s"]])
def test_a_text_can_be_left_for_another_time(tmp_path: Path, keys: list[str]) -> None:
    session, _, _ = sat_down(tmp_path, [GOOD, GOOD], [*keys, RECORD, END, KEEP])
    assert session.record(["1", "2"])
    assert (session.shelf.has("1"), session.shelf.has("2")) == (False, True)


@pytest.mark.parametrize("keys", [["q"], [RECORD, END, "q"]])
def test_who_stops_keeps_what_there_is(tmp_path: Path, keys: list[str]) -> None:
    session, _, _ = sat_down(tmp_path, [GOOD, GOOD], [RECORD, END, KEEP, *keys])
    assert not session.record(["1", "2"])
    assert session.shelf.has("1")


def test_without_a_microphone_it_ends_with_the_reason(tmp_path: Path) -> None:
    session, person, _ = sat_down(tmp_path, [GOOD], [RECORD], device="nowhere")
    person.takes = -1
    with pytest.raises(MicrophoneError):
        session.record(["1"])
