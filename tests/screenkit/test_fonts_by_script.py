from pathlib import Path

import pytest
from PIL import features

from screenkit.fonts_by_script import files_for, font, has
from screenkit.type import FontError, font_file


@pytest.mark.parametrize(("language", "family"), [("ar", "Arabic"), ("ti", "Ethiopic"), ("nl", "Sans"), ("uk", "Sans")])
def test_a_language_starts_with_the_font_of_its_script(language: str, family: str) -> None:
    assert family in files_for(language, "regular")[0]
    assert "Bold" in files_for(language, "heavy")[0]


def test_a_font_has_a_letter_or_has_not() -> None:
    latin, arabic, ethiopic = files_for("nl", "regular")
    assert [has(latin, letter) for letter in "AéЖ…ر"] == [True] * 4 + [False]
    assert [has(arabic, letter) for letter in "ر7:A"] == [True, True, True, False]
    assert [has(ethiopic, letter) for letter in "ቁ።7"] == [True, True, False]


def test_what_nobody_sees_is_in_each_font() -> None:
    assert all(has(font_file("regular"), letter) for letter in " \N{NO-BREAK SPACE}\N{RIGHT-TO-LEFT MARK}")


def test_a_font_that_is_not_there_has_nothing_and_names_its_package(tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.ttf")
    assert not has(gone, "ر")
    with pytest.raises(FontError, match="apt install fonts-noto-core"):
        font(gone, 24)


def test_without_libfribidi_no_letters_are_joined_and_its_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda _feature: False)
    with pytest.raises(FontError, match="apt install libfribidi0"):
        font(files_for("ar", "regular")[0], 25)
