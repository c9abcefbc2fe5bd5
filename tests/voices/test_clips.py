from pathlib import Path

import pytest
from recordings import CLIP_S, record, tone

from voices.clips import ClipsVoice
from voices.loudness import LEVEL_LUFS, loudness_lufs
from voices.voice import VoiceError

FIGURES = {figure: tone() for figure in "0123456789"}


def clips(folder: Path, *texts: str) -> ClipsVoice:
    return ClipsVoice("ti", record(folder, {text: tone() for text in texts} | FIGURES))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ቁጽሪ", 1),
        ("ቁጽሪ 27", 3),
        ("ቁጽሪ B27!", 4),
        ("Ga maar zitten.", 1),
        ("ga  maar ZITTEN", 1),
        ("Ga maar zitten. Wij roepen uw nummer 7.", 3),
    ],
)
def test_a_text_is_put_together_from_the_longest_pieces_with_120_ms_between_them(
    tmp_path: Path, text: str, pieces: int
) -> None:
    voice = clips(tmp_path, "ቁጽሪ", "B", "Ga maar zitten.", "ga", "Wij roepen uw nummer")
    assert voice.can_say(text)
    assert voice.speak(text).lasts_s == pytest.approx(pieces * CLIP_S + (pieces - 1) * 0.12, abs=0.01)


def test_a_number_that_was_recorded_whole_is_said_whole(tmp_path: Path) -> None:
    assert clips(tmp_path, "27").speak("27").lasts_s == pytest.approx(CLIP_S)


@pytest.mark.parametrize("text", ["Neem een nummer", "ga maar", "", "...", "27 B"])
def test_what_lacks_a_word_is_not_said_at_all(tmp_path: Path, text: str) -> None:
    voice = clips(tmp_path, "ga maar zitten")
    assert not voice.can_say(text)
    with pytest.raises(VoiceError):
        voice.speak(text)


def test_all_clips_are_as_loud_as_each_other(tmp_path: Path) -> None:
    voice = ClipsVoice("ti", record(tmp_path, {"soft": tone(peak=300), "loud": tone(peak=30_000)}))
    assert loudness_lufs(voice.speak("soft")) == pytest.approx(LEVEL_LUFS, abs=0.3)
    assert loudness_lufs(voice.speak("loud")) == pytest.approx(LEVEL_LUFS, abs=0.3)


def test_an_index_that_names_a_missing_file_says_which(tmp_path: Path) -> None:
    folder = record(tmp_path, {"B": tone()})
    (folder / "0.wav").unlink()
    with pytest.raises(VoiceError, match=r"lacks 0\.wav"):
        ClipsVoice("ti", folder)


@pytest.mark.parametrize("index", ["no table", "[nested]\na = 1", 'a = ["b.wav"]'])
def test_an_index_that_is_no_list_of_texts_and_files_is_refused(tmp_path: Path, index: str) -> None:
    (tmp_path / "index.toml").write_text(index)
    with pytest.raises(VoiceError, match=r"index\.toml"):
        ClipsVoice("ti", tmp_path)


def test_a_check_names_the_files_that_cannot_be_played(tmp_path: Path) -> None:
    folder = record(tmp_path, {"A": tone(), "B": tone()})
    (folder / "1.wav").write_bytes(b"no sound")
    faults = ClipsVoice("ti", folder).check()
    assert len(faults) == 1
    assert "1.wav" in faults[0]


def test_clips_of_different_rates_are_not_mixed(tmp_path: Path) -> None:
    voice = ClipsVoice("ti", record(tmp_path, {"A": tone(), "B": tone(rate_hz=44_100)}))
    with pytest.raises(VoiceError, match="rate"):
        voice.speak("A B")


def test_figures_that_follow_their_number_anyway_are_said_once(tmp_path: Path) -> None:
    voice = clips(tmp_path, "ቁጽሪ", "ባንኮ")
    assert voice.speak("ቁጽሪ 27. 2, 7. ባንኮ 3") == voice.speak("ቁጽሪ 27. ባንኮ 3")
    assert clips(tmp_path, "27").speak("27. 2, 7") == clips(tmp_path, "27").speak("27 2 7")
