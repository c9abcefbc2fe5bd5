from pathlib import Path

import pytest
from recordings import tone

from voices.clips import ClipsVoice
from voices.recording.shelf import Shelf
from voices.sound import from_wav
from voices.voice import VoiceError


def test_a_clip_that_was_kept_can_be_said_at_once(tmp_path: Path) -> None:
    Shelf(tmp_path / "clips").keep('Zeg "ja".', tone())
    assert ClipsVoice("nl", tmp_path / "clips").speak('zeg "ja"').lasts_s == pytest.approx(tone().lasts_s)


def test_a_shelf_knows_what_was_kept_before_and_keeps_the_lines_of_others(tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text('# By hand.\n"B" = "0001.wav"\n')
    shelf = Shelf(tmp_path)
    assert not shelf.has("B")
    shelf.keep("B", tone())
    shelf.keep("ቁጽሪ", tone())
    again = Shelf(tmp_path)
    assert (again.has("b"), again.has("ቁጽሪ"), again.has("ቁጽሪ B")) == (True, True, False)
    assert (tmp_path / "index.toml").read_text() == '# By hand.\n"B" = "0001.wav"\n"ቁጽሪ" = "0002.wav"\n'


def test_a_clip_that_is_made_again_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    first = shelf.keep("2", tone())
    assert shelf.keep("2", tone(0.5)) == first
    assert from_wav(first.read_bytes()).lasts_s == pytest.approx(0.5)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["0001.wav", "index.toml"]


def test_an_index_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text("nonsense")
    with pytest.raises(VoiceError, match="cannot be read"):
        Shelf(tmp_path)
