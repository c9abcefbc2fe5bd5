"""What a voice is, whatever it is made of."""

from typing import Protocol

from voices.sound import Sound


class VoiceError(RuntimeError):
    """A voice could not say something; the text says why."""


class Voice(Protocol):
    """Says texts of one language."""

    @property
    def language(self) -> str:
        """The code of the language it speaks."""

    @property
    def name(self) -> str:
        """What it is, for who looks after the device."""

    @property
    def says_everything(self) -> bool:
        """Can it say any text at all?"""

    def can_say(self, text: str) -> bool:
        """Can it say all of this text?"""

    def speak(self, text: str) -> Sound:
        """The text, said; raises VoiceError."""
