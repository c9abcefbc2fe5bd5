import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.demo.monitor import Heard
from simulator.tour.transcript import Transcript


def rows(transcript: Transcript, heard: list[Heard], file: Path) -> list[dict[str, object]]:
    transcript.write(file, heard)
    return [json.loads(line) for line in file.read_text().splitlines()]


def test_steps_and_messages_stand_in_the_order_of_their_times(tmp_path: Path) -> None:
    transcript = Transcript()
    with transcript.step("a touch gives a number"):
        pass
    now = datetime.now(UTC)
    before, after = now - timedelta(seconds=9), now + timedelta(seconds=9)
    heard = [Heard(before, "a", is_retained=False, payload=1), Heard(after, "b", is_retained=True, payload={"n": 2})]
    told = rows(transcript, heard, tmp_path / "transcript.jsonl")
    assert [row.get("step") or row["topic"] for row in told] == ["a", "a touch gives a number", "b"]
    assert told[2]["payload"] == {"n": 2}


def test_a_step_that_failed_says_why_and_lets_the_fault_go_on(tmp_path: Path) -> None:
    transcript = Transcript()
    with pytest.raises(ValueError, match="no paper"), transcript.step("the paper comes out"):
        raise ValueError("no paper")
    told = rows(transcript, [], tmp_path / "transcript.jsonl")
    assert told[0]["ok"] is False
    assert told[0]["fault"] == "ValueError: no paper"
