"""A walk by keys alone through the real window, in every language; what is said is what can be read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from kiosk_point import LEAF, Point, kiosk_point

from kiosk.guidance import captions
from runtime.languages import LANGUAGES, OWN_NAMES
from runtime.texts import Texts
from voices.espeak import VOICES

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT_S = 30.0
APART_S = 0.6
MOST_ITEMS = 30
HEADER = "Bibliotheek Hengelo · "
"""What it begins with, in any language."""
TILES_BEGIN = 3
"""On the languages screen header, language and title come before the tiles."""

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("walk")]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, x_display: str, broker: Any) -> Iterator[Point]:
    """A kiosk that offers all ten languages."""
    folder = tmp_path_factory.mktemp("walk")
    languages = f"languages = {list(LANGUAGES)}".replace("'", '"')
    with kiosk_point(folder, x_display, broker, languages) as point:
        yield point


class Walker:
    """Somebody with nothing but the keypad."""

    def __init__(self, point: Point) -> None:
        self.point = point

    def presses(self, key: str) -> None:
        self.point.presses(key)

    def hears(self, key: str) -> str:
        """Press, and the first text of the screen that the voice then begins to say."""
        before = len(self.of_the_screen())
        self.presses(key)
        self.point.until(lambda: len(self.of_the_screen()) > before)
        return self.of_the_screen()[before]

    def of_the_screen(self) -> list[str]:
        """What was said and is no caption: captions of the last key may come after the next."""
        return [line["text"] for line in self.point.said() if line["place"] != "caption"]

    def settles(self) -> int:
        """Go to the top and let the header be said to its end; how many lines the transcript then has."""
        self.presses("Home")

        def is_quiet() -> bool:
            heard = [line for line in self.point.transcript() if line["event"] != "shown"]
            return bool(heard) and heard[-1]["event"] == "ended" and heard[-1]["text"].startswith(HEADER)

        self.point.until(is_quiet)
        return len(self.point.transcript())

    def goes_to(self, text: str) -> None:
        """Move on until the voice says that."""
        self.settles()
        for _ in range(MOST_ITEMS):
            if self.hears("Down") == text:
                return
        raise AssertionError(f"{text!r} is nowhere on {self.reads()}")

    def chooses(self) -> None:
        """A second press within half a second would not count."""
        time.sleep(APART_S)
        self.presses("Return")

    def reads(self) -> list[str]:
        """What stands on the screen now."""
        shown = [line["texts"] for line in self.point.transcript() if line["event"] == "shown"]
        return list(shown[-1])

    def sees(self, text: str) -> None:
        self.point.until(lambda: text in self.reads())

    def goes_round(self) -> tuple[set[str], set[str]]:
        """All that was said, and all that could be read, while moving once round the screen."""
        start = self.settles()
        readable = set(self.reads())
        for _ in range(MOST_ITEMS):
            if self.hears("Down").startswith(HEADER):
                break
        else:
            raise AssertionError("the focus does not come round")
        lines = self.point.transcript()[start:]
        said = {line["text"] for line in lines if line["event"] == "began"}
        readable |= {text for line in lines if line["event"] == "shown" for text in line["texts"]}
        return said, readable

    def hears_all_that_can_be_read(self, language: str) -> None:
        said, readable = self.goes_round()
        # Where the next key came first, the position was shown and not said any more.
        unsaid = {captions.position(language, at, count) for count in range(1, 13) for at in range(1, count + 1)}
        assert said <= readable
        assert readable - said <= unsaid


@pytest.fixture
def walker(walked: Point) -> Iterator[Walker]:
    """At a fresh start screen in Dutch, the speech just switched on."""
    walker = Walker(walked)
    walker.sees("Neem een nummer")
    walker.presses("Down")
    walker.sees("Stop")
    yield walker
    if not walked.shows(LEAF):
        walked.dies("kiosk")
        walked.kiosk_starts()


def takes_a_number(walker: Walker, language: str) -> None:
    again = Texts(language, "visitor").text("Wilt u nog een nummer?")
    before = {each["number"] for each in walker.point.waiting()}
    walker.chooses()
    walker.point.until(lambda: again in walker.reads() or len(walker.point.waiting()) > len(before))
    if again in walker.reads():
        # So many numbers within a minute are those of a child, or of a test.
        walker.chooses()
    walker.point.until(lambda: len(walker.point.waiting()) == len(before) + 1)
    (ticket,) = [each for each in walker.point.waiting() if each["number"] not in before]
    assert ticket["language"] == language
    walker.sees(ticket["number"])


def ends(walker: Walker) -> None:
    walker.chooses()
    walker.sees("Neem een nummer")


@pytest.mark.long
@pytest.mark.parametrize("language", VOICES)
def test_a11y_01_keys_and_voice_alone_take_a_number_and_say_all_that_can_be_read(walker: Walker, language: str) -> None:
    text = Texts(language, "visitor").text
    if language != "nl":
        walker.goes_to("Talen")
        walker.chooses()
        walker.sees("Welke taal wilt u?")
        walker.goes_to(OWN_NAMES[language])
        walker.chooses()
        walker.sees(text("Neem een nummer"))
    walker.hears_all_that_can_be_read(language)
    walker.goes_to(text("Neem een nummer"))
    takes_a_number(walker, language)
    walker.hears_all_that_can_be_read(language)
    walker.goes_to(text("Klaar"))
    ends(walker)


@pytest.mark.parametrize("language", ["ar", pytest.param("ti", marks=pytest.mark.long)])
def test_a11y_01_keys_alone_take_a_number_in_a_language_without_a_voice(walker: Walker, language: str) -> None:
    text = Texts(language, "visitor").text
    walker.presses("s")
    walker.presses("End")
    walker.chooses()
    walker.sees("Welke taal wilt u?")
    walker.presses("Home")
    for _ in range(TILES_BEGIN + LANGUAGES.index(language)):
        walker.presses("Down")
    walker.chooses()
    walker.sees(text("Neem een nummer"))
    said = len(walker.point.said())
    takes_a_number(walker, language)
    walker.presses("Down")
    walker.presses("Down")
    ends(walker)
    assert len(walker.point.said()) == said
