import subprocess
from pathlib import Path

import pytest
from beurt_command import beurt
from recordings import record, tone

from voices.sound import from_wav
from voices.wanted import wanted


@pytest.fixture
def own_voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of voices of a user who has none yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "shared"))
    return tmp_path / "aan-de-beurt" / "voices"


def voices(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return beurt("voices", *arguments)


def test_each_language_is_listed_with_its_voice_and_where_others_would_be_found(own_voices: Path) -> None:
    listed = voices()
    lines = listed.stdout.splitlines()
    assert lines[0].split() == ["nl", "Nederlands", "espeak-ng", "nl"]
    assert lines[2].endswith("no voice")
    assert f"  {own_voices}/<language>/" in lines
    assert listed.returncode == 0


def test_clips_that_lack_something_are_listed_as_such_and_what_they_lack_is_told(own_voices: Path) -> None:
    lacking = wanted("ti")[-1]
    record(own_voices / "ti" / "clips", {text: tone(0.01) for text in wanted("ti") if text != lacking})
    assert "not everything yet: see --missing ti" in voices().stdout
    missing = voices("--missing", "ti")
    assert missing.stdout.splitlines() == [lacking]
    assert missing.returncode == 1


def test_a_clip_that_cannot_be_played_is_named(own_voices: Path) -> None:
    folder = record(own_voices / "ti" / "clips", {"ቁጽሪ": tone()})
    (folder / "0.wav").write_bytes(b"no sound")
    listed = voices()
    assert "0.wav: no WAV file" in listed.stdout
    assert listed.returncode == 1


def test_a_text_can_be_put_in_a_file(tmp_path: Path) -> None:
    said = voices("--say", "nl", "Nummer 27. Balie 3.", "--file", tmp_path / "call.wav")
    assert said.returncode == 0
    assert said.stdout.startswith("espeak-ng nl, ")
    assert from_wav((tmp_path / "call.wav").read_bytes()).lasts_s > 1


def test_a_text_can_be_said_aloud(tmp_path: Path) -> None:
    said = voices("--say", "nl", "Ga", "--device", f"file:{tmp_path}/heard,raw")
    assert said.returncode == 0
    assert (tmp_path / "heard").stat().st_size > 10_000


@pytest.mark.parametrize(
    "arguments", [("--say", "ti", "ቁጽሪ"), ("--missing", "xx"), ("--say", "nl", "Ga", "--device", "hw:9")]
)
def test_what_cannot_be_done_is_told_with_a_code(arguments: tuple[str, ...], own_voices: Path) -> None:
    done = voices(*arguments)
    assert not own_voices.exists()
    assert done.returncode == 1
    assert done.stdout
    assert "Traceback" not in done.stderr
