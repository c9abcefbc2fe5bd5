from collections.abc import Callable
from pathlib import Path

import pytest

from runtime.check import run, warnings
from runtime.settings.load import load

EXAMPLE = Path(__file__).parents[2] / "branch.example.toml"

Notes = Callable[[str], list[str]]


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    """What there is to say about a branch with this text after its smallest [branch] table."""

    def notes_on(text: str) -> list[str]:
        path = tmp_path / "branch.toml"
        path.write_text(f'[branch]\nid = "a"\nname = "A"\n{text}')
        return warnings(load(path))

    return notes_on


def serial(extra: str) -> str:
    return f'[[kiosks]]\n[kiosks.printer]\nkind = "serial"\nport = "/dev/ttyS0"\n{extra}'


def screen(pixels: str, millimetres: str) -> str:
    return f'mode = "topics"\n[[kiosks]]\n[kiosks.screen]\npixels = {pixels}\nmillimetres = {millimetres}\n'


def telling(found: list[str], word: str) -> list[str]:
    return [note for note in found if word in note]


def test_a_good_file_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(EXAMPLE) == 0
    assert capsys.readouterr().out.startswith(f"{EXAMPLE}: in orde\n")


def test_a_faulty_file_is_told_with_all_its_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "branch.toml"
    path.write_text('[branch]\nid = "A"\n')
    assert run(path) == 2
    told = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0:2] for line in told] == [[f"{path}:1:", "branch.name"], [f"{path}:2:", "branch.id"]]


def test_eight_topics_on_a_screen_of_ten_inches_become_one_button(notes: Notes) -> None:
    found = telling(notes(screen("[1280, 800]", "[217, 136]")), "tiles")
    assert len(found) == 1
    assert found[0].startswith(
        'kiosks[0].screen: 8 tiles of 40 mm or more, and one for "Ik weet het niet", do not fit on 217 x 136 mm '
        "read from 600 mm, which has room for 2: it shows one button"
    )


def test_a_plaza_on_a_screen_of_seven_inches_has_pages(notes: Notes) -> None:
    found = telling(notes(screen("[800, 480]", "[154, 86]").replace("topics", "plaza")), "tiles")
    assert "they go over 8 pages" in found[0]


def test_eight_topics_go_over_two_pages_on_a_screen_of_thirteen_inches(notes: Notes) -> None:
    assert "they go over 2 pages" in telling(notes(screen("[1920, 1080]", "[294, 166]")), "tiles")[0]


def test_eight_tiles_fit_on_a_screen_of_fifteen_inches(notes: Notes) -> None:
    assert telling(notes(screen("[1920, 1080]", "[344, 194]")), "tiles") == []


def test_one_button_fits_on_a_small_screen(notes: Notes) -> None:
    small = screen("[800, 480]", "[154, 86]").replace("topics", "one-button")
    assert telling(notes(small), "tiles") == []


def test_few_pixels_on_a_wide_screen_are_doubted(notes: Notes) -> None:
    assert len(telling(notes(screen("[800, 480]", "[344, 194]")), "measure it again")) == 1


def test_arabic_over_a_slow_line_is_told_in_seconds(notes: Notes) -> None:
    languages = 'languages = ["nl", "ar", "ti"]\n'
    assert telling(notes(languages + serial('baud = 9600\nflow = "rtscts"\n')), "baud") == [
        "kiosks[0].printer.baud: at 9600 baud a ticket in Arabic and Tigrinya takes about 4 s; set 38400 or more"
    ]


def test_a_fast_line_or_letters_that_the_printer_has_are_no_reason_to_speak(notes: Notes) -> None:
    assert telling(notes(serial('baud = 9600\nflow = "rtscts"\n')), "printer") == []
    assert telling(notes('languages = ["nl", "ar"]\n' + serial('flow = "xonxoff"\n')), "printer") == []


def test_pictures_over_a_line_without_flow_control_are_doubted(notes: Notes) -> None:
    assert len(telling(notes('languages = ["nl", "ar"]\n' + serial("")), "flow control")) == 1


def test_a_kiosk_without_a_printer_is_told(notes: Notes) -> None:
    assert len(telling(notes(""), "kiosks[0].printer")) == 1


@pytest.mark.parametrize(("letters", "count"), [("BL", 0), ("BT", 1), ("AHK", 3), ("IL", 1)])
def test_letters_that_are_mistaken_for_each_other_are_told(notes: Notes, letters: str, count: int) -> None:
    lines = "".join(f'[[lines]]\nid = "line-{letter.lower()}"\nletter = "{letter}"\n' for letter in letters)
    assert len(telling(notes(lines), "letter")) == count


def test_a_language_that_nobody_read_is_told(notes: Notes) -> None:
    assert telling(notes('languages = ["nl", "en", "ar"]\n'), "native reader") == [
        "branch.languages: ar: not yet checked by a native reader"
    ]


def test_texts_that_a_language_lacks_are_told_in_one_line(notes: Notes) -> None:
    text = 'languages = ["nl", "en", "fr"]\nwaiting_place = { nl = "bij de deur", de = "an der Tür" }\n'
    assert telling(notes(text), "waiting_place") == [
        "branch.waiting_place: no text in en, fr; no place is told there",
        "branch.waiting_place: the text in de is never shown, as branch.languages lacks that",
    ]


def test_what_a_partner_asks_to_bring_is_looked_at_too(notes: Notes) -> None:
    partner = '[[partners]]\nid = "taalhuis"\nname = "Taalhuis"\n'
    text = f'languages = ["nl", "ar", "ti"]\n{partner}bring = {{ nl = "uw brief" }}\n'
    assert telling(notes(text), "partners") == ["partners[0].bring: no text in ar, ti; visitors see nl there"]
    assert telling(notes(partner), "partners") == []


def test_the_kiosks_own_topics_need_no_translation_here(notes: Notes) -> None:
    assert telling(notes('languages = ["nl", "fr"]\n[[topics]]\nid = "zorg"\n'), "topics") == []


def test_a_page_that_others_can_overhear_is_told(notes: Notes) -> None:
    assert len(telling(notes('[console]\nlisten = "0.0.0.0:8443"\n'), "without TLS")) == 1
    assert telling(notes('[console]\nlisten = "[::1]:8443"\n'), "without TLS") == []


def test_a_page_that_nobody_can_enter_is_told(notes: Notes) -> None:
    assert len(telling(notes(""), "nobody can sign in")) == 1
    assert telling(notes('[console]\nstaff_password_file = "staff"\n'), "nobody can sign in") == []


def test_a_letter_that_no_font_has_is_told_with_what_is_seen_of_it(tmp_path: Path) -> None:
    path = tmp_path / "branch.toml"
    partner = '[[partners]]\nid = "tolk"\nname = "Tolk 图书"\n'
    path.write_text(f'[branch]\nid = "a"\nname = "Bieb 📚 A"\n{partner}', "utf-8")
    assert telling(warnings(load(path)), "no font") == [
        'branch.name: no font has "📚"; screens and tickets show "Bieb A"',
        'partners[0].name: no font has "图书"; screens and tickets show "Tolk ??"',
    ]


def test_letters_of_every_language_are_in_a_font(notes: Notes) -> None:
    place = 'waiting_place = { nl = "bij de blauwe stoelen", ar = "عند الكراسي", ti = "ኣብ ጥቓ", pl = "przy żółtych" }\n'
    assert telling(notes(place), "no font") == []


def test_a_second_kiosk_that_does_not_reach_the_queue_is_told(notes: Notes) -> None:
    two = '[[kiosks]]\ndevice = "kiosk-1"\n[[kiosks]]\ndevice = "kiosk-2"\n'
    [note] = telling(notes(two), "need a box each")
    assert note.startswith("kiosks: kiosk-1 and kiosk-2")
    assert 'set it to "a-hub-1.local"' in note
    assert not telling(notes('[[kiosks]]\ndevice = "kiosk-1"\n'), "need a box each")
