import logging
from pathlib import Path

import pytest
from piper_stand_in import PiperStandIn, add_model
from recordings import record, tone

from voices.espeak import VOICES
from voices.loudness import LEVEL_LUFS, loudness_lufs
from voices.sound import Sound, scaled
from voices.voice import VoiceError
from voices.voices import voices_here
from voices.wanted import wanted


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of voices on a machine that has Piper."""
    monkeypatch.setenv("PATH", str(Path(PiperStandIn(tmp_path).program).parent), prepend=":")
    return tmp_path / "voices"


def test_without_anything_of_its_own_a_device_speaks_with_espeak(tmp_path: Path) -> None:
    voices = voices_here((tmp_path,))
    assert voices.languages == set(VOICES)
    assert voices.say("Neem een nummer", "nl").voice == "espeak-ng nl"


def test_clips_go_before_piper_and_piper_before_espeak(folder: Path) -> None:
    record(folder / "nl" / "clips", {"Neem een nummer": tone()})
    add_model(folder / "nl", "nl_NL-een")
    voices = voices_here((folder,))
    assert voices.say("Neem een nummer.", "nl").voice.startswith("clips")
    assert voices.say("Neem twee nummers.", "nl").voice == "piper nl_NL-een"
    assert [voice.name.split()[0] for voice in voices.of("nl")] == ["clips", "piper", "espeak-ng"]
    voices.close()


def test_a_voice_that_fails_is_said_in_the_log_and_the_next_one_speaks(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    add_model(folder / "nl", "nl_NL-een")
    voices = voices_here((folder,))
    assert voices.say("stop", "nl").voice == "espeak-ng nl"
    assert "it cannot say stop" in caplog.text
    voices.close()


def test_a_piper_model_gives_arabic_a_voice(folder: Path) -> None:
    add_model(folder / "ar", "ar_JO-waahid")
    assert "ar" in voices_here((folder,)).languages


def test_clips_that_lack_something_say_what_they_can_and_give_a_language_no_voice(folder: Path) -> None:
    record(folder / "ti" / "clips", {"ቁጽሪ": tone()})
    voices = voices_here((folder,))
    assert voices.say("ቁጽሪ", "ti").voice.startswith("clips")
    assert "ti" not in voices.languages
    with pytest.raises(VoiceError, match="no voice"):
        voices.say("ቁጽሪ 7", "ti")


def test_clips_of_all_that_a_visitor_may_read_give_a_language_a_voice(folder: Path) -> None:
    record(folder / "ti" / "clips", {text: tone(0.01) for text in wanted("ti")})
    assert "ti" in voices_here((folder,)).languages


def test_clips_that_cannot_be_used_are_left_out_with_the_reason(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    (folder / "nl" / "clips").mkdir(parents=True)
    assert voices_here((folder,)).say("Neem een nummer", "nl").voice == "espeak-ng nl"
    assert "index.toml" in caplog.text


def test_every_voice_comes_with_what_makes_it_as_loud_as_the_others(folder: Path) -> None:
    record(folder / "nl" / "clips", {"Balie": tone(peak=500)})
    voices = voices_here((folder,))
    for text in ("Balie", "Neem een nummer"):
        saying = voices.say(text, "nl")
        levelled = Sound(scaled(saying.sound.samples, saying.levelling), saying.sound.rate_hz)
        assert loudness_lufs(levelled) == pytest.approx(LEVEL_LUFS, abs=0.5)


def test_espeak_gets_times_as_they_are_said(folder: Path) -> None:
    assert voices_here((folder,)).say("10:00", "nl").sound == voices_here((folder,)).say("10 uur", "nl").sound
