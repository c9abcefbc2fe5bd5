"""How eSpeak NG would pronounce a text, in its own phonemes."""

import re
import subprocess
from collections.abc import Iterable

from voices.espeak import PROGRAM, VOICES

STRESS_AND_PAUSES = re.compile(r"['`,%=_|!:#\s-]")


def phonemes(texts: Iterable[str], language: str) -> list[str]:
    """The phonemes of each text, without stress, length and pauses."""
    # A line of its own between the texts: one text may become several lines of phonemes.
    mark = "100000.\n"
    asked = mark.join(f"{text}\n\n" for text in texts)
    command = [PROGRAM, "-q", "-x", "-v", VOICES[language], "--stdin"]
    said = subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout
    marked = subprocess.run(command, input=mark, capture_output=True, text=True, check=True).stdout.strip()
    return [STRESS_AND_PAUSES.sub("", part) for part in said.split(marked)]
