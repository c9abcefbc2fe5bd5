"""What is said of a call, and in which languages: the number whole and figure by figure, then the desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from board.desk_names import DESK, desk_name
from board.turns import LONGEST_DESK_NAME, LONGEST_NUMBER, Beside, one_line
from runtime.languages import LANGUAGES
from runtime.texts import Texts, mark
from voices.spoken import of_number
from voices.voices import Saying, Voices
from wire.state import Call

NUMBER: Final = mark("Nummer {number}.")
TAKEN_BACK: Final = mark("nog even wachten")
MOST_LANGUAGES: Final = 2
LONGEST_S: Final = 8.0
"""Of one language."""


def called_in(voices: Voices) -> frozenset[str]:
    """The languages that calls can be said in; clips of a few words are enough."""
    return frozenset(language for language in LANGUAGES if voices.can_say(_sample(language), language))


def _sample(language: str) -> str:
    say = Texts(language, "visitor").text
    return f"{say(NUMBER).format(number=10)} {say(DESK).format(desk=1)}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is said in one language: the text, and ways to pronounce it, the fullest first."""

    text: str
    language: str
    ways: tuple[str, ...]

    def said_by(self, voices: Voices) -> Saying:
        """The fullest way that is not too long, as a sound; raises VoiceError."""
        sayings = (voices.say(way, self.language) for way in self.ways)
        first = next(sayings)
        return first if first.sound.lasts_s <= LONGEST_S else next(sayings, first)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one branch; `desks` are the names of each desk by language."""

    language: str
    desks: Mapping[str, Mapping[str, str]]

    def of(self, call: Call) -> tuple[Phrase, ...]:
        """First in the branch's language, then in the visitor's own, where that was asked for."""
        others = [language for language in call.languages if language != self.language]
        languages = (self.language, *others)[:MOST_LANGUAGES]
        say = self._taken_back if call.state == "taken-back" else self._called
        return tuple(say(call, language) for language in languages)

    def beside(self, call: Call) -> Beside:
        """What stands on the board with the number."""
        if call.state == "taken-back":
            return Beside(Texts(self.language, "visitor").text(TAKEN_BACK))
        own = next((language for language in call.languages if language != self.language), "")
        name, own_name = self.desk(call, self.language), self.desk(call, own) if own else ""
        return Beside(name, own_name, own) if own_name != name else Beside(name)

    def desk(self, call: Call, language: str) -> str:
        """What the desk is called in a language; a plain number needs no translator."""
        own = self.desks.get(call.desk, {}).get(language)
        name = one_line(own or call.desk_name)[:LONGEST_DESK_NAME]
        return desk_name(name, {language: name} if own else {}, language, self.language)

    def _called(self, call: Call, language: str) -> Phrase:
        number, desk = one_line(call.number)[:LONGEST_NUMBER], self.desk(call, language)
        lead = Texts(language, "visitor").text(NUMBER)
        text, full = (f"{lead.format(number=each)} {desk}." for each in (number, of_number(number).removesuffix(".")))
        return Phrase(text, language, (full, text))

    def _taken_back(self, call: Call, language: str) -> Phrase:
        number = one_line(call.number)[:LONGEST_NUMBER]
        wait = Texts(language, "visitor").text(TAKEN_BACK)
        return Phrase(f"{number}: {wait}", language, (f"{of_number(number)} {wait}", f"{number}: {wait}"))
