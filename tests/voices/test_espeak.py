import pytest

from runtime.languages import LANGUAGES
from voices.espeak import VOICES, EspeakVoice, is_here
from voices.voice import VoiceError


@pytest.mark.parametrize("language", VOICES)
def test_it_speaks_eight_languages(language: str) -> None:
    voice = EspeakVoice(language)
    assert is_here()
    assert voice.can_say("27")
    assert 0.2 < voice.speak("27").lasts_s < 3


def test_it_leaves_arabic_and_tigrinya_to_others() -> None:
    assert set(LANGUAGES) - set(VOICES) == {"ar", "ti"}


def test_a_text_is_never_an_option_or_a_string_of_phonemes() -> None:
    voice = EspeakVoice("nl")
    assert voice.speak("--version").lasts_s > 0.5
    assert voice.speak("[[a]]").samples == voice.speak("[ [a]]").samples


def test_where_it_is_missing_that_is_told() -> None:
    assert not is_here("no-such-espeak")
    with pytest.raises(VoiceError, match="no-such-espeak"):
        EspeakVoice("nl", program="no-such-espeak").speak("Neem een nummer")


def test_where_it_fails_that_is_told() -> None:
    with pytest.raises(VoiceError, match="Neem"):
        EspeakVoice("nl", program="false").speak("Neem een nummer")


def test_nothing_is_nothing_to_say() -> None:
    assert not EspeakVoice("nl").can_say("  ")
