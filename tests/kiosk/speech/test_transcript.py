import json
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.speech.transcript import Transcript
from kiosk.speech.utterance import Utterance
from kiosk.view import Control

NUMBER = Utterance("B27", "nl", "number", said="B, 27. 2, 7.")


def test_every_line_says_what_when_by_whom_where_and_how_loud(tmp_path: Path) -> None:
    transcript = Transcript(tmp_path / "said")
    transcript.note("began", NUMBER, voice="espeak-ng nl", device="null", volume=55)
    line = json.loads((tmp_path / "said").read_text())
    assert datetime.fromisoformat(line.pop("at")).tzinfo is not None
    assert line == {
        "event": "began",
        "text": "B27",
        "said": "B, 27. 2, 7.",
        "language": "nl",
        "place": "number",
        "voice": "espeak-ng nl",
        "device": "null",
        "volume": 55,
    }
    transcript.close()


def test_a_control_is_noted_by_its_kind_and_which(tmp_path: Path) -> None:
    transcript = Transcript(tmp_path / "said")
    transcript.note(
        "cut", Utterance("Zorg", "nl", Control("topic", "care")), voice="espeak-ng nl", device="null", volume=55
    )
    assert json.loads((tmp_path / "said").read_text())["place"] == {"kind": "topic", "which": "care"}
    transcript.close()


def test_lines_are_added_to_those_that_are_there_and_none_after_the_end(tmp_path: Path) -> None:
    for _ in range(2):
        transcript = Transcript(tmp_path / "said")
        transcript.note("began", NUMBER, voice="espeak-ng nl", device="null", volume=55)
        transcript.close()
        transcript.note("ended", NUMBER, voice="espeak-ng nl", device="null", volume=55)
    assert len((tmp_path / "said").read_text().splitlines()) == 2


def test_a_full_disk_ends_the_transcript_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    transcript = Transcript(Path("/dev/full"))
    for _ in range(2):
        transcript.note("began", NUMBER, voice="espeak-ng nl", device="null", volume=55)
    transcript.close()
    assert len(caplog.records) == 1


def test_without_a_file_nothing_is_written(tmp_path: Path) -> None:
    transcript = Transcript(None)
    transcript.note("began", NUMBER, voice="espeak-ng nl", device="null", volume=55)
    transcript.close()
    assert list(tmp_path.iterdir()) == []
