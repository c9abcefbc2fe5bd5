from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from simulator.printer.effects import Advance, Cut, Effect

Typeset = Callable[..., list[Effect]]
InkOf = Callable[..., Image.Image]
CENTRE, RIGHT = b"\x1ba\x01", b"\x1ba\x02"


def box(image: Image.Image) -> tuple[int, int, int, int]:
    found = image.getbbox()
    assert found is not None
    return found


def test_a_line_feed_feeds_the_line_spacing(typeset: Typeset) -> None:
    assert typeset(b"\n\x1b3\x40\n\x1b2\n") == [Advance(30), Advance(64), Advance(30)]


def test_a_tall_line_feeds_its_height(typeset: Typeset) -> None:
    (move,) = typeset(b"\x1d!\x077\n")

    assert isinstance(move, Advance)
    assert move.dots == 8 * 24


def test_feeding_lines_and_dots_prints_what_stands_in_the_line(typeset: Typeset) -> None:
    first, second = typeset(b"a\x1bd\x03b\x1bJ\x50")

    assert isinstance(first, Advance)
    assert isinstance(second, Advance)
    assert (first.dots, second.dots) == (90, 80)
    assert first.ink is not None
    assert second.ink is not None


def test_letters_stand_in_cells_of_twelve_by_twenty_four(ink_of: InkOf) -> None:
    one, two = box(ink_of(b"H\n")), box(ink_of(b" H\n"))

    assert two[0] - one[0] == 12
    assert one[3] <= 24


def test_font_b_is_smaller(ink_of: InkOf) -> None:
    def height(image: Image.Image) -> int:
        return box(image)[3] - box(image)[1]

    assert height(ink_of(b"\x1bM\x01H\n")) < height(ink_of(b"H\n"))
    assert box(ink_of(b"\x1bM\x01 H\n"))[0] - box(ink_of(b"\x1bM\x01H\n"))[0] == 9


def test_magnified_letters_are_as_large_as_asked(ink_of: InkOf) -> None:
    small, large = box(ink_of(b"H\n")), box(ink_of(b"\x1d!\x55H\n"))

    assert abs((large[2] - large[0]) - 6 * (small[2] - small[0])) <= 6
    assert abs((large[3] - large[1]) - 6 * (small[3] - small[1])) <= 6


def test_width_and_height_are_magnified_apart(ink_of: InkOf) -> None:
    plain, tall = box(ink_of(b"H\n")), box(ink_of(b"\x1d!\x03H\n"))

    assert abs((tall[2] - tall[0]) - (plain[2] - plain[0])) <= 2
    assert abs((tall[3] - tall[1]) - 4 * (plain[3] - plain[1])) <= 4


def test_the_modes_of_one_byte_are_double_size_bold_and_underline(ink_of: InkOf) -> None:
    assert ink_of(b"\x1b!\xb8H\n").tobytes() == ink_of(b"\x1d!\x11\x1bE\x01\x1b-\x01H\n").tobytes()


def test_bold_has_more_ink(ink_of: InkOf) -> None:
    assert sum(ink_of(b"\x1bE\x01Hallo\n").histogram()[1:]) > sum(ink_of(b"Hallo\n").histogram()[1:])


def test_reverse_is_white_on_black(ink_of: InkOf) -> None:
    assert ink_of(b"\x1dB\x01  \n").crop((0, 0, 24, 24)).getextrema()[0] > 0


def test_an_underline_runs_under_blanks_too(ink_of: InkOf) -> None:
    assert box(ink_of(b"\x1b-\x02    \n")) == (0, 22, 48, 24)


def test_centred_and_right_lines_keep_their_margins(ink_of: InkOf) -> None:
    left, _, right, _ = box(ink_of(CENTRE + b"HHHH\n"))
    assert abs(left - (576 - right)) <= 2

    assert box(ink_of(RIGHT + b"H\n"))[2] > 576 - 12


def test_a_line_that_is_full_goes_on_on_the_next(typeset: Typeset) -> None:
    assert len(typeset(b"x" * 48 + b"\n")) == 1
    assert len(typeset(b"x" * 49 + b"\n")) == 2
    assert len(typeset(b"x" * 33 + b"\n", 384)) == 2


def test_left_margin_and_width_bound_the_line(ink_of: InkOf, typeset: Typeset) -> None:
    assert box(ink_of(b"\x1dL\x64\x00H\n"))[0] >= 100
    assert len(typeset(b"\x1dW\x78\x00" + b"x" * 11 + b"\n")) == 2


def test_an_absolute_place_and_a_tab_move_the_next_letter(ink_of: InkOf) -> None:
    at_zero = box(ink_of(b"H\n"))[0]

    assert box(ink_of(b"\x1b$\xc8\x00H\n"))[0] - at_zero == 200
    assert box(ink_of(b"\tH\n"))[0] - at_zero == 96
    assert box(ink_of(b"\x1bD\x05\x0a\x00\t\tH\n"))[0] - at_zero == 120


def test_space_between_letters_widens_the_line(ink_of: InkOf) -> None:
    assert box(ink_of(b"\x1b \x08 H\n"))[0] - box(ink_of(b" H\n"))[0] == 8


def test_upside_down_turns_the_line(ink_of: InkOf) -> None:
    assert ink_of(b"\x1b{\x01L\n").crop((0, 0, 576, 24)).tobytes() == (
        ink_of(b"L\n").crop((0, 0, 576, 24)).rotate(180).tobytes()
    )


def test_large_and_small_letters_stand_on_one_baseline(ink_of: InkOf) -> None:
    both = ink_of(b"\x1d!\x33H\x1d!\x00H\n")

    large, small = box(both.crop((0, 0, 48, 96))), box(both.crop((48, 0, 60, 96)))
    assert abs(large[3] - small[3]) <= 2


def test_initialising_forgets_all_settings_and_the_line(ink_of: InkOf) -> None:
    assert ink_of(b"\x1bE\x01\x1d!\x22\x1ba\x01\x1bt\x10weg\x1b@H\n").tobytes() == ink_of(b"H\n").tobytes()


def test_a_cut_prints_the_line_first_and_feeds_to_the_cutter_when_asked(typeset: Typeset) -> None:
    _, feed, cut = typeset(b"a\x1dVB\x08")
    assert (feed, cut) == (Advance(96 + 8), Cut())
    assert typeset(b"\x1dV\x00\x1dV1\x1bi\x1bm") == [Cut()] * 4
