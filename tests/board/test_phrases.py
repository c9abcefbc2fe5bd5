from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from recordings import CLIP_S, record, tone

from board.phrases import Phrases, called_in
from board.turns import Beside
from voices.clips import GAP_S, ClipsVoice
from voices.recording.script import for_calls
from voices.voices import Voices

if TYPE_CHECKING:
    from pathlib import Path

    from paper_hub import PaperHub

    from wire.state import Call

PHRASES = Phrases("nl", {"3": {"nl": "Balie 3"}, "hal": {"nl": "Loket hal", "en": "Hall desk"}})


def call(hub: PaperHub, number: str, desk: str = "3", *others: str) -> Call:
    hub.call(number, desk)
    return replace(hub.calls[0], languages=("nl", *others))


def test_a_number_is_said_whole_and_figure_by_figure_and_then_the_desk(hub: PaperHub) -> None:
    (dutch,) = PHRASES.of(call(hub, "27"))
    assert (dutch.language, dutch.text) == ("nl", "Nummer 27. Balie 3.")
    assert dutch.ways == ("Nummer 27. 2, 7. Balie 3.", "Nummer 27. Balie 3.")


def test_a_letter_is_said_by_itself(hub: PaperHub) -> None:
    assert PHRASES.of(call(hub, "B27"))[0].ways[0] == "Nummer B, 27. 2, 7. Balie 3."


def test_the_visitors_own_language_comes_second_and_a_third_one_never(hub: PaperHub) -> None:
    phrases = PHRASES.of(call(hub, "27", "3", "en", "tr"))
    assert [phrase.language for phrase in phrases] == ["nl", "en"]
    assert phrases[1].text == "Number 27. Desk 3."


def test_a_desk_with_a_name_of_its_own_in_that_language_has_that(hub: PaperHub) -> None:
    assert PHRASES.desk(call(hub, "27", "hal"), "en") == "Hall desk"


def test_a_desk_with_a_name_that_nobody_translated_keeps_it(hub: PaperHub) -> None:
    assert PHRASES.desk(replace(call(hub, "27", "hal"), desk_name="Loket hal"), "tr") == "Loket hal"


@pytest.mark.parametrize(("languages", "own"), [((), ""), (("en",), "Desk 3")])
def test_the_board_shows_the_desk_in_the_language_of_who_asked_for_it(
    hub: PaperHub, languages: tuple[str, ...], own: str
) -> None:
    assert PHRASES.beside(call(hub, "27", "3", *languages)) == Beside("Balie 3", own, *languages)


def test_who_is_called_back_is_told_to_wait(hub: PaperHub) -> None:
    back = replace(call(hub, "27"), state="taken-back")
    (phrase,) = PHRASES.of(back)
    assert (phrase.text, phrase.ways[0]) == ("27: nog even wachten", "27. 2, 7. nog even wachten")
    assert PHRASES.beside(back) == Beside("nog even wachten")


def test_the_clips_that_calls_need_are_enough_to_call_in_a_language_without_any_voice(
    hub: PaperHub, tmp_path: Path
) -> None:
    texts = for_calls("ti", "B", also=["Loket hal"])
    voices = Voices([ClipsVoice("ti", record(tmp_path, {text: tone() for text in texts}))])
    assert voices.languages == frozenset()
    assert called_in(voices) == {"ti"}
    for number in ("7", "27", "B27", "105"):
        for name in ("Balie 3", "Loket hal"):
            _, own = PHRASES.of(replace(call(hub, number, "3", "ti"), desk_name=name))
            assert own.said_by(voices).sound.lasts_s > 0
    _, back = PHRASES.of(replace(call(hub, "B27", "3", "ti"), state="taken-back"))
    assert back.said_by(voices).sound.lasts_s > 0


def test_a_number_in_clips_is_said_figure_by_figure_once(hub: PaperHub, tmp_path: Path) -> None:
    texts = for_calls("ti", "B")
    voices = Voices([ClipsVoice("ti", record(tmp_path, {text: tone() for text in texts}))])
    _, own = PHRASES.of(call(hub, "B27", "3", "ti"))
    assert own.said_by(voices).sound.lasts_s == pytest.approx(6 * CLIP_S + 5 * GAP_S, abs=0.01)
