"""A voice that is nothing but sound."""

from array import array

from voices.sound import Sound

RATE_HZ = 20_000


class Beep:
    """Stands in for a voice where only the way of its sound matters: 25 ms of tone for every letter."""

    says_everything = True

    def __init__(self, language: str = "nl") -> None:
        self.language = language
        self.name = "beep"

    def can_say(self, text: str) -> bool:
        return bool(text)

    def speak(self, text: str) -> Sound:
        return Sound(array("h", [3000, -3000] * (RATE_HZ // 80) * len(text)), RATE_HZ)
