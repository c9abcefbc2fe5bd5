from pathlib import Path

import pytest
from PIL import ImageFont

from screenkit import type as letters
from screenkit.sizes import CAP_SHARE


def test_the_fonts_are_there_as_the_setup_installs_them() -> None:
    letters.check_fonts()


def test_a_missing_font_names_the_package_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letters, "FOLDER", tmp_path)
    with pytest.raises(letters.FontError, match="fonts-noto-core"):
        letters.check_fonts()


@pytest.mark.parametrize("weight", ["regular", "strong", "heavy"])
def test_figures_are_equally_wide_and_capitals_as_high_as_the_sizes_count_on(weight: letters.Weight) -> None:
    font = ImageFont.truetype(letters.font_file(weight), 1000)
    assert len({font.getlength(figure) for figure in "0123456789"}) == 1
    _, top, _, bottom = font.getbbox("H")
    assert (bottom - top) / 1000 == pytest.approx(CAP_SHARE, abs=0.005)
