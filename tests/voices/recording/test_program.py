import os
import subprocess
from pathlib import Path

from beurt_command import beurt
from speaker_of_a_language import Recorder


def record(tmp_path: Path, *arguments: str | Path, keys: str = "") -> subprocess.CompletedProcess[str]:
    return beurt("record", *arguments, told=keys, environment=os.environ | {"PATH": str(tmp_path)})


def test_somebody_who_skips_everything_is_told_what_would_be_needed(tmp_path: Path) -> None:
    done = record(tmp_path, "ti", tmp_path / "clips", "--letters", "B", "--calls-only", keys="s\n" * 14)
    assert done.returncode == 0
    assert "1 of 14:   ቁጽሪ" in done.stdout
    assert "14 of 14:   B" in done.stdout


def test_a_closed_keyboard_stops_it(tmp_path: Path) -> None:
    done = record(tmp_path, "ti", tmp_path / "clips")
    assert done.returncode == 0
    assert "Stopped. The same command goes on here." in done.stdout


def test_a_missing_recorder_or_microphone_or_language_is_one_line(tmp_path: Path) -> None:
    missing = record(tmp_path, "ti", tmp_path / "clips", keys="\n")
    assert missing.returncode == 1
    assert missing.stdout.splitlines()[-1].endswith("arecord is missing; install alsa-utils")
    Recorder(tmp_path, (9_000, 10))
    assert record(tmp_path, "xx", tmp_path / "clips").returncode == 1
