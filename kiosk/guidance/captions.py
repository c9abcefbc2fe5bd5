"""What the kiosk says besides what stands on the screen: how to move, how to stop, where one is."""

from typing import Final

from kiosk.view import Slot
from runtime.languages import OWN_NAMES
from runtime.texts import Texts, mark

BLIND: Final = (
    mark("De zuil leest nu alles voor."),
    mark("Kies de knop Stop om te stoppen."),
    mark("Druk op pijl omlaag voor het volgende."),
    mark("Druk op OK om te kiezen."),
    mark("Of ga met uw vinger over het scherm."),
    mark("Tik dan twee keer om te kiezen."),
)
READING: Final = (
    mark("De zuil leest nu alles voor."),
    mark("Raak Stop aan om te stoppen."),
    mark("Raak aan wat u wilt kiezen."),
)
PAPER: Final[dict[Slot, str]] = {
    "below": mark("De bon komt onder het scherm uit."),
    "left": mark("De bon komt links van het scherm uit."),
    "right": mark("De bon komt rechts van het scherm uit."),
}


def in_other_language(language: str) -> str:
    """How to go on in that language, said in it."""
    return _texts(language).text("Voor {language}: druk op de toets terug.").format(language=OWN_NAMES[language])


def unplugged(language: str) -> str:
    """The headset is out."""
    return _texts(language).text("De koptelefoon is eruit. Het voorlezen stopt.")


def volume(language: str, percent: int) -> str:
    """How loud it is now."""
    return _texts(language).text("Geluid: {percent} procent.").format(percent=percent)


def position(language: str, at: int, count: int) -> str:
    """Which one of how many."""
    return _texts(language).text("{n} van {count}").format(n=at, count=count)


def state(language: str, *, is_on: bool) -> str:
    """What a tick says."""
    texts = _texts(language)
    return texts.text("Gekozen.") if is_on else texts.text("Niet gekozen.")


def translated(language: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The captions in the visitor's language."""
    return tuple(map(_texts(language).text, texts))


def _texts(language: str) -> Texts:
    return Texts(language, "visitor")
