from hypothesis import given
from hypothesis import strategies as st

from firmware_config.boot_files import with_block, with_changes

STOCK = "dtparam=audio=on\n[cm5]\ndtoverlay=dwc2,dr_mode=host\n"
LINE = "console=serial0,115200 console=tty1 root=PARTUUID=1-02 rootwait quiet video=HDMI-A-2:800x600@60\n"


def test_the_block_counts_for_every_model_whatever_filter_stands_before_it() -> None:
    text = with_block(STOCK, "disable_splash=1\n")
    assert text.startswith(STOCK)
    assert text.index("[cm5]") < text.index("[all]") < text.index("disable_splash=1")


def test_a_second_block_takes_the_place_of_the_first() -> None:
    twice = with_block(with_block(STOCK, "disable_splash=1\n"), "enable_uart=1\n")
    assert twice == with_block(STOCK, "enable_uart=1\n")


def test_what_somebody_wrote_below_the_block_stays() -> None:
    text = with_block(f"{with_block(STOCK, 'a=1')}over_voltage=2\n", "b=1")
    assert "over_voltage=2" in text
    assert "a=1" not in text


def test_windows_line_ends_of_a_card_do_no_harm() -> None:
    assert with_block(with_block("a=1\r\n", "b=1"), "b=1").count("b=1") == 1


@given(st.text(alphabet="ab=[]#\n", max_size=60))
def test_the_block_again_changes_nothing(stock: str) -> None:
    once = with_block(stock, "disable_splash=1")
    assert with_block(once, "disable_splash=1") == once


def test_words_are_put_at_the_end_of_the_one_line() -> None:
    assert with_changes(LINE, "# why\n+ logo.nologo\n").endswith(" logo.nologo\n")


def test_a_word_takes_the_place_of_one_with_the_same_key() -> None:
    assert with_changes("loglevel=7 quiet root=x\n", "+ loglevel=3\n+ quiet\n") == "root=x loglevel=3 quiet\n"


def test_a_console_is_taken_out_and_the_others_stay() -> None:
    assert with_changes(LINE, "- console=serial0,115200\n").startswith("console=tty1 root=")


def test_a_mode_is_of_one_plug() -> None:
    line = with_changes(LINE, "+ video=HDMI-A-1:1920x1080M@60\n")
    assert "video=HDMI-A-2:800x600@60" in line
    assert with_changes(line, "+ video=HDMI-A-1:1280x720M@60\n").count("HDMI-A-1") == 1


@given(st.text(alphabet="ab=,. \n", max_size=60))
def test_the_line_stays_one_and_the_changes_again_change_nothing(stock: str) -> None:
    changes = "+ quiet\n+ a=3\n- b\n"
    once = with_changes(stock, changes)
    assert once.count("\n") == 1
    assert with_changes(once, changes) == once
