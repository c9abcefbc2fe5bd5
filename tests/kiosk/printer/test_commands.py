from kiosk.printer import commands


def test_a_job_starts_from_a_known_state_with_single_bytes_and_reports() -> None:
    assert bytes.fromhex("1b40 1c2e 1d61ff") == commands.START


def test_letters_are_magnified_up_to_eight_times_each_way() -> None:
    assert commands.size(1, 1) == b"\x1d!\x00"
    assert commands.size(8, 8) == b"\x1d!\x77"
    assert commands.size(2, 3) == b"\x1d!\x12"


def test_a_picture_goes_in_bands_of_24_rows() -> None:
    sent = commands.bands(b"\xaa" * 3 * 50, 3, is_doubled=False)
    head = b"\x1dv0\x00\x03\x00"
    assert sent == (head + b"\x18\x00" + b"\xaa" * 72) * 2 + head + b"\x02\x00" + b"\xaa" * 6


def test_a_doubled_picture_says_so() -> None:
    assert commands.bands(b"\xaa", 1, is_doubled=True) == b"\x1dv0\x03\x01\x00\x01\x00\xaa"


def test_flushing_fills_the_widest_band_before_it_starts_anew() -> None:
    assert commands.flush(576) == bytes(1728) + commands.START


def test_the_questions_and_their_words_are_those_of_the_manuals() -> None:
    assert bytes.fromhex("100401 100402 100404") == commands.ASK_STATUS
    assert commands.CONFIRM == b"\x1dr\x01"
    assert commands.process_id(b"0027") == bytes.fromhex("1d28480600 3030") + b"0027"
    assert bytes.fromhex("1d564200") == commands.CUT
