"""`beurt record`: leads a speaker through the clips of a language."""

import sys
from pathlib import Path
from typing import Final

from runtime.languages import LANGUAGES, OWN_NAMES
from runtime.logs import configure
from voices.player import Player
from voices.recording.microphone import Microphone, MicrophoneError
from voices.recording.script import for_calls, for_screens
from voices.recording.session import STOP, Session
from voices.recording.shelf import Shelf
from voices.voice import VoiceError

FAILED: Final = 1


def run(language: str, folder: Path, letters: str, also: tuple[str, ...], microphone: str, *, calls_only: bool) -> int:
    """Record what is missing; 1 where something must be set right first."""
    configure("record")
    if language not in LANGUAGES:
        _tell(f"no language {language!r}; there are: {', '.join(LANGUAGES)}")
        return FAILED
    try:
        session = Session(Shelf(folder), Microphone(microphone), Player(), _ask, _tell)
        _tell(f"{OWN_NAMES[language]}: clips in {folder}. What is there already is not asked again.")
        _tell("A quiet room, a steady voice, the microphone a hand's breadth away. Read as you would call somebody.")
        _record(session, language, for_calls(language, letters, also), calls_only=calls_only)
    except (MicrophoneError, VoiceError, OSError) as fault:
        _tell(str(fault))
        return FAILED
    return 0


def _record(session: Session, language: str, calls: tuple[str, ...], *, calls_only: bool) -> None:
    if not session.record(calls):
        _tell("Stopped. The same command goes on here.")
        return
    _tell("\nAll that calls in the waiting room need is there.")
    if calls_only:
        return
    is_done = session.record(for_screens(language))
    _tell("\nAll texts of the screens are there." if is_done else "Stopped. The same command goes on here.")


def _ask(question: str) -> str:
    """The answer; where nobody can answer any more, stop."""
    sys.stdout.write(question)
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.strip().lower() if line else STOP


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
