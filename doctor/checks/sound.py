"""Whether what should be heard can be: a sound card, and a voice for each language."""

from collections.abc import Iterator
from typing import Final

from doctor.box import Box
from doctor.machine import Machine
from doctor.report import Finding, good, not_here, warning
from runtime.settings.model import Settings

CARDS: Final = "/proc/asound/cards"


def look(box: Box) -> Iterator[Finding]:
    """Says which sound cards there are, and which of the branch's languages have a voice here."""
    settings = box.settings
    if settings is None or not is_heard(box, settings):
        yield not_here("This box is not meant to be heard.")
        return
    yield judge_cards(cards(box.machine))
    from voices.voices import voices_here

    voices = voices_here()
    try:
        yield judge_voices(settings.branch.languages, voices.languages)
    finally:
        voices.close()


def is_heard(box: Box, settings: Settings) -> bool:
    """Does the branch file ask this box for speech or a chime?"""
    kiosks = any(kiosk.speech for kiosk in settings.kiosks if kiosk.device in box.devices)
    return kiosks or any(display.sound for display in settings.displays if display.device in box.devices)


def cards(machine: Machine) -> list[str]:
    """The names of the sound cards, as /proc/asound/cards lists them: every other line begins with a number."""
    lines = (machine.text(CARDS) or "").splitlines()
    return [line.partition("]:")[2].strip() for line in lines if line.split()[:1] and line.split()[0].isdecimal()]


def judge_cards(names: list[str]) -> Finding:
    """One is enough."""
    if names:
        return good(f"There is {'; '.join(names)}.", "cards", count=len(names))
    return warning(
        "There is no sound card, so nothing is heard.",
        "See whether the loudspeaker or the USB sound card is in; aplay -l lists what there is. "
        "If the box should be silent: speech = false or sound = false in the branch file.",
        "cards",
        count=0,
    )


def judge_voices(languages: tuple[str, ...], speaking: frozenset[str]) -> Finding:
    """Not every language has a voice that can be installed; the branch's own must have one."""
    silent = [language for language in languages if language not in speaking]
    values = {"speaking": " ".join(sorted(speaking & set(languages))), "silent": " ".join(silent)}
    if languages and languages[0] in silent:
        advice = "Install espeak-ng, or a better voice: docs/voices.md. `beurt voices` lists what is here."
        return warning(f"There is no voice for {languages[0]}, the branch's own language.", advice, "voices", **values)
    told = f"; only in writing: {', '.join(silent)}" if silent else ""
    return good(f"Speaks {values['speaking'] or 'nothing'}{told}.", "voices", **values)
