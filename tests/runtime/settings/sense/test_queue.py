from collections.abc import Callable
from pathlib import Path

import pytest

from runtime.settings.faults import Fault, SettingsFaults
from runtime.settings.load import load
from runtime.settings.model import Settings

Told = Callable[[str], list[tuple[str, int | None]]]
Faults = Callable[[str], list[Fault]]
Read = Callable[[str], Settings]


def test_one_line_at_most_has_no_letter(faults: Faults) -> None:
    one, two = faults('[[lines]]\nid = "a"\n[[lines]]\nid = "b"\n[[lines]]\nid = "c"\nletter = ""\n')
    assert (one.key, one.value, one.line) == ("lines[1].letter", None, 6)
    assert (two.key, two.value, two.line) == ("lines[2].letter", "", 10)


def test_two_lines_cannot_have_one_letter(faults: Faults) -> None:
    fault = faults('[[lines]]\nid = "a"\nletter = "A"\n[[lines]]\nid = "b"\nletter = "A"\n')[0]
    assert (fault.key, fault.expected) == ("lines[1].letter", 'another letter, as line "a" has this one')


def test_a_spare_letter_is_no_lines_letter_and_no_other_kiosks(told: Told) -> None:
    line = '[[lines]]\nid = "a"\nletter = "A"\n'
    kiosks = "".join(
        f'[[kiosks]]\ndevice = "k{number}"\nspare_letter = "{letter}"\n' for number, letter in enumerate("ARR")
    )
    assert told(line + kiosks) == [("kiosks[0].spare_letter", 9), ("kiosks[2].spare_letter", 15)]


def test_topics_desks_and_partners_name_lines_that_exist(told: Told) -> None:
    text = (
        '[[lines]]\nid = "a"\n[[topics]]\nid = "zorg"\nline = "x"\n[[topics.topics]]\nid = "y"\nline = "x"\n'
        'names.nl = "Y"\n[[desks]]\nid = "1"\nlines = ["a", "x"]\n'
        '[console.partners.p]\nlines = ["x"]\npassword_file = "p"\n'
    )
    assert told(text) == [
        ("topics[0].line", 8),
        ("topics[0].topics[0].line", 11),
        ("desks[0].lines[1]", 15),
        ("console.partners.p.lines[0]", 17),
    ]


def test_without_lines_there_is_one_to_name(read: Read) -> None:
    assert read('[[desks]]\nid = "1"\nlines = ["ido"]\n').desks[0].lines == ("ido",)


def test_nine_topics_are_one_too_many(told: Told) -> None:
    topics = "".join(f'[[topics]]\nid = "t{number}"\nnames.nl = "T"\n' for number in range(9))
    assert told(topics) == [("topics[8]", 28)]


def test_a_desk_that_serves_no_line_is_refused(told: Told) -> None:
    assert told('[[desks]]\nid = "1"\nlines = []\n') == [("desks[0].lines", 6)]


@pytest.mark.parametrize("mode", ["topics", "plaza"])
def test_a_mode_with_topics_needs_one(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "branch.toml"
    path.write_text(f'topics = []\n[branch]\nid = "a"\nname = "A"\nmode = "{mode}"\n')
    with pytest.raises(SettingsFaults, match=r":1: topics is an empty list; expected at least one topic"):
        load(path)


def test_a_line_of_its_own_hours_opens_some_day(told: Told) -> None:
    assert told('[[lines]]\nid = "a"\nhours = {}\n') == [("lines[0].hours", 6)]


def test_opening_hours_open_some_day(told: Told) -> None:
    assert told("[opening]\nlast_ticket_minutes = 5\n") == [("opening", 4)]
