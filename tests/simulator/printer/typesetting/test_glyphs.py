from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.printer.typesetting import glyphs
from simulator.printer.typesetting.style import FONT_A, FONT_B, Font, Style


@pytest.fixture
def forgetful() -> Iterator[None]:
    glyphs._font_file.cache_clear()
    yield
    glyphs._font_file.cache_clear()


@pytest.mark.usefixtures("forgetful")
def test_without_any_font_it_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "FOLDERS", (tmp_path, tmp_path))
    monkeypatch.setattr(glyphs, "SPARE", "nowhere.ttf")

    with pytest.raises(FileNotFoundError, match="install fonts-dejavu-core"):
        glyphs.check_fonts()


@pytest.mark.usefixtures("forgetful")
def test_the_font_that_comes_with_kivy_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "FOLDERS", (tmp_path, tmp_path))

    glyphs.check_fonts()


@pytest.mark.parametrize("font", [FONT_A, FONT_B])
@pytest.mark.parametrize(("width", "height"), [(1, 1), (2, 2), (8, 8), (1, 2), (6, 3)])
def test_a_letter_fills_its_cell_and_no_more(font: Font, width: int, height: int) -> None:
    cell = glyphs.glyph("Ê", Style(font=font, width=width, height=height))

    assert cell.size == (font.width * width, font.height * height)
    assert cell.getbbox() is not None


def test_chinese_takes_two_cells() -> None:
    assert glyphs.glyph("中", Style()).size == (24, 24)
