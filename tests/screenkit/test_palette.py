import pytest

from screenkit.palette import HIGH_CONTRAST, NORMAL, Palette, colour, contrast

THEMES = pytest.mark.parametrize("palette", [NORMAL, HIGH_CONTRAST], ids=["normal", "high contrast"])


def test_black_on_white_has_the_most_contrast() -> None:
    assert contrast(colour("#000000"), colour("#FFFFFF")) == pytest.approx(21)


@THEMES
def test_text_stands_out_seven_to_one(palette: Palette) -> None:
    for ink in (palette.ink, palette.soft, palette.brand):
        assert contrast(ink, palette.paper) >= 7
        assert contrast(ink, palette.card.fill) >= 7
    for tone in (palette.water, palette.sun, palette.leaf, palette.card, palette.closed):
        assert contrast(tone.text, tone.fill) >= 7


@THEMES
def test_what_can_be_touched_stands_out_three_to_one(palette: Palette) -> None:
    assert contrast(palette.line, palette.paper) >= 3
    for tone in (palette.water, palette.leaf, palette.card):
        assert contrast(tone.border, palette.paper) >= 3


@THEMES
def test_there_is_no_red(palette: Palette) -> None:
    for tone in (palette.water, palette.sun, palette.leaf, palette.card, palette.closed):
        for red, green, blue, _ in (tone.fill, tone.text, tone.border):
            assert not (red > 0.5 and green < 0.5 * red and blue < 0.5 * red)
