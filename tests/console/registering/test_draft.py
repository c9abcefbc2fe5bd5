from typing import get_args

import pytest

from console.registering.draft import QUESTIONS_MOST, Draft, NotTappable
from console.registering.words import CHANNELS, COURSES
from wire.commands import Channel, Course, Need, Outcome, Question
from wire.question_words import NEEDS, OUTCOMES


def tapped(*taps: tuple[str, str]) -> Draft:
    draft = Draft("a visit")
    for name, value in taps:
        draft = draft.tap(name, value)
    return draft


def test_nothing_is_chosen_beforehand() -> None:
    assert (Draft().taps, Draft().channel, Draft().questions) == ({}, "", ())


def test_an_outcome_alone_is_enough() -> None:
    assert tapped(("outcome", "helped")).questions == (Question(outcome="helped"),)


def test_without_an_outcome_there_is_no_question() -> None:
    assert tapped(("need", "look-along"), ("topic", "zorg")).questions == ()


def test_a_second_tap_takes_an_answer_back() -> None:
    assert tapped(("outcome", "helped"), ("outcome", "helped")).questions == ()
    assert tapped(("channel", "phone"), ("channel", "phone")).channel == ""


def test_another_outcome_drops_what_was_asked_after_the_first() -> None:
    draft = tapped(("outcome", "referred"), ("referred_to", "taalhuis"), ("need", "find-way"), ("outcome", "helped"))
    assert draft.questions == (Question(outcome="helped", need="find-way"),)


def test_one_more_question_keeps_the_one_before() -> None:
    draft = tapped(("outcome", "helped"), ("organisation", "uwv")).another().tap("outcome", "course")
    assert draft.questions == (Question(outcome="helped", organisation="uwv"), Question(outcome="course"))


def test_one_more_question_without_a_first_one_changes_nothing() -> None:
    assert Draft("a visit").another() == Draft("a visit")


def test_there_are_never_more_questions_than_a_command_carries() -> None:
    draft = Draft()
    for _ in range(QUESTIONS_MOST + 5):
        draft = draft.tap("outcome", "helped").another()
    assert len(draft.questions) == QUESTIONS_MOST


@pytest.mark.parametrize(("name", "value"), [("name", "Jan"), ("outcome", "angry"), ("need", "<b>"), ("topic", "A b")])
def test_what_is_not_on_the_page_cannot_be_tapped(name: str, value: str) -> None:
    with pytest.raises(NotTappable):
        Draft().tap(name, value)


def test_every_answer_of_the_wire_has_a_button() -> None:
    assert set(OUTCOMES) == set(get_args(Outcome))
    assert set(NEEDS) == set(get_args(Need))
    assert set(COURSES) == set(get_args(Course))
    assert set(CHANNELS) == set(get_args(Channel))
