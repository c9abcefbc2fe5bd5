from dataclasses import replace

from kiosk.effects import Hush, Say, SetVolume
from kiosk.guidance.guidance import Guidance
from kiosk.speech.utterance import Utterance
from kiosk.stages import Session
from kiosk.view import Button, Control, Frame, View, WelcomeView

SESSION = Session("nl")
TAKE = Control("take")
FRAME = Frame("Bibliotheek", "Nederlands", (None, Button(Control("larger"), "Groter"), None))
VIEW = WelcomeView(FRAME, "Welkom", ("Wij helpen u gratis.",), Button(TAKE, "Neem een nummer"))


def said(effects: tuple[object, ...]) -> list[str]:
    return [each.text for effect in effects if isinstance(effect, Say) for each in effect.utterances]


def begun(mode: str, view: View = VIEW) -> tuple[Guidance, Session, list[str]]:
    guidance = Guidance(frozenset({"nl"}), 55)
    session, _ = guidance.lead(SESSION, view)
    session, effects = guidance.lead(replace(session, mode=mode), view)  # type: ignore[arg-type]
    return guidance, session, said(effects)


def test_by_touch_nothing_is_said_or_marked() -> None:
    guidance, session, texts = begun("touch")
    assert (texts, session.focus, session.caption) == ([], None, "")
    assert guidance.hush() == ()


def test_who_is_led_by_voice_hears_how_it_works_what_there_is_and_what_has_the_focus() -> None:
    _, session, texts = begun("blind")
    assert texts[0] == "Bibliotheek"
    assert texts[-3:] == ["Welkom", "Wij helpen u gratis.", "Neem een nummer"]
    assert session.focus == TAKE


def test_a_caption_is_shown_from_when_it_is_said() -> None:
    guidance, session, texts = begun("blind")
    assert session.caption == ""
    session = guidance.spoke(session, Utterance(texts[1], "nl", "caption"))
    assert session.caption == texts[1]
    session = guidance.spoke(session, Utterance("Welkom", "nl", "title"))
    assert session.caption == texts[1]


def test_who_is_read_to_hears_all_of_it_from_the_title_round_to_the_header() -> None:
    _, session, texts = begun("reading")
    assert texts[3:] == [
        "Welkom", "Wij helpen u gratis.", "Neem een nummer", "Groter", "Bibliotheek", "Nederlands",
    ]  # fmt: skip
    assert session.focus is None


def test_a_screen_that_stays_the_same_is_not_said_again() -> None:
    guidance, session, _ = begun("blind")
    assert guidance.lead(session, VIEW) == (session, ())


def test_what_changes_on_a_screen_is_said_and_then_the_rest_of_what_was_being_said() -> None:
    guidance, session, texts = begun("blind")
    title = Utterance("Welkom", "nl", "title")
    session = guidance.spoke(session, title)
    view = replace(VIEW, sentences=("Er is nu niemand.",))
    assert said(guidance.lead(session, view)[1]) == ["Er is nu niemand.", "Welkom", "Neem een nummer"]
    assert "Wij helpen u gratis." in texts


def test_a_voice_that_comes_late_moves_no_mark_and_ends_nothing() -> None:
    guidance, session, _ = begun("reading")
    late = Utterance("Wilt u nog een nummer?", "nl", "title")
    assert guidance.spoke(session, late) == session
    session = guidance.fell_silent(session)
    assert guidance.hush() == (Hush(),)
    assert guidance.fell_silent(session) == session


def test_another_volume_is_set_and_said_by_a_sample_that_is_shown() -> None:
    guidance, session, _ = begun("blind")
    session, effects = guidance.lead(replace(session, volume=65), VIEW)
    assert effects[0] == SetVolume(65)
    assert said(effects) == [session.caption] == ["Geluid: 65 procent."]


def test_once_more_says_what_was_said_before_the_volume_changed() -> None:
    guidance, session, texts = begun("blind")
    session, _ = guidance.lead(replace(session, volume=65), VIEW)
    assert said(guidance.lead(session, VIEW, "again")[1]) == texts


def test_once_more_says_the_screen_where_what_was_said_is_gone() -> None:
    guidance, session, _ = begun("blind")
    view = replace(VIEW, sentences=("Er is nu niemand.",))
    session, _ = guidance.lead(session, view)
    other = replace(view, sentences=())
    session, _ = guidance.lead(session, other)
    assert said(guidance.lead(session, other, "again")[1]) == ["Welkom", "Neem een nummer"]


def test_a_focus_that_is_gone_from_the_screen_begins_anew() -> None:
    guidance, session, _ = begun("keys")
    session = replace(session, focus=Control("topic", "gone"))
    assert guidance.lead(session, VIEW)[0].focus == TAKE


def test_when_nobody_needs_the_voice_any_more_it_is_silent_and_as_loud_as_before() -> None:
    guidance, session, _ = begun("blind")
    session, _ = guidance.lead(replace(session, volume=65), VIEW)
    assert guidance.lead(SESSION, VIEW)[1] == (Hush(), SetVolume(55))
