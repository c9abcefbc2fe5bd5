from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from runtime.languages import LANGUAGES
from runtime.settings.catalogue import CATALOGUE, DESK, KNOWN, LINE_NAMES, SECOND_LEVEL
from runtime.settings.load import load
from runtime.settings.model import Settings

Read = Callable[[str], Settings]


def test_the_smallest_branch_has_one_line_of_plain_numbers_and_one_desk(read: Read) -> None:
    settings = read("")
    assert [(line.id, line.letter, line.name["nl"]) for line in settings.lines] == [("ido", "", "Informatiepunt")]
    assert [(desk.id, desk.name["nl"], desk.lines) for desk in settings.desks] == [("1", "Balie 1", ("ido",))]


def test_the_smallest_branch_has_one_button_two_languages_and_one_of_each_device(read: Read) -> None:
    settings = read("")
    assert (settings.branch.mode, settings.branch.languages) == ("one-button", ("nl", "en"))
    assert settings.hub.device == "hub-1"
    assert [kiosk.device for kiosk in settings.kiosks] == ["kiosk-1"]
    assert [display.device for display in settings.displays] == ["display-1"]
    assert settings.console.device == "console-1"
    assert settings.kiosks[0].printer.kind == "none"
    assert (settings.broker.host, settings.broker.port) == ("127.0.0.1", 1883)
    assert settings.hub.database.startswith("sqlite:////var/lib/beurt/")


def test_a_branch_without_topics_has_the_eight_of_the_set(read: Read) -> None:
    topics = read('[[lines]]\nid = "front"\n').topics
    assert len(topics) == 8
    assert {topic.line for topic in topics} == {"front"}
    assert all(topic.picture == topic.id and set(topic.names) >= {"nl", "en"} for topic in topics)


def test_a_branch_may_say_that_it_has_no_topics_kiosks_or_displays(tmp_path: Path) -> None:
    path = tmp_path / "branch.toml"
    path.write_text('topics = []\nkiosks = []\ndisplays = []\n[branch]\nid = "a"\nname = "A"\n')
    settings = load(path)
    assert (settings.topics, settings.kiosks, settings.displays) == ((), (), ())


def test_a_topic_goes_to_the_first_line_and_those_below_it_to_its_own(read: Read) -> None:
    lines = '[[lines]]\nid = "a"\n[[lines]]\nid = "b"\nletter = "B"\n'
    one, two = read(
        lines
        + '[[topics]]\nid = "digid"\n[[topics]]\nid = "zorg"\nline = "b"\n'
        + '[[topics.topics]]\nid = "tand"\nnames.nl = "Tandarts"\n'
    ).topics
    assert (one.line, two.line, two.topics[0].line) == ("a", "b", "b")


def test_a_topic_of_the_set_brings_its_own_picture_and_names(read: Read) -> None:
    topic = read('[[topics]]\nid = "zorg"\n').topics[0]
    assert (topic.picture, topic.names["en"]) == ("zorg", "Health care")


def test_a_topic_that_is_called_as_in_the_set_has_the_other_languages_of_the_set_too(read: Read) -> None:
    names = 'languages = ["nl", "en", "de"]\n[[topics]]\nid = "zorg"\nnames = { nl = "%s", en = "Care" }\n'
    assert read(names % "Zorg").topics[0].names == {"nl": "Zorg", "en": "Care", "de": "Gesundheit"}
    assert read(names % "Zorg en meer").topics[0].names == {"nl": "Zorg en meer", "en": "Care"}


def test_the_second_level_is_off_until_a_branch_names_it(read: Read) -> None:
    assert [topic.topics for topic in read("").topics] == [()] * 8
    assert read('[[topics]]\nid = "zorg"\n').topics[0].topics == ()


def test_a_topic_of_the_second_level_brings_its_own_picture_and_names(read: Read) -> None:
    text = '[[topics]]\nid = "zorg"\ntopics = [{ id = "zorg-dokter" }, { id = "zorg-thuis", picture = "gezin" }]\n'
    doctor, home = read(text).topics[0].topics
    assert (doctor.line, doctor.picture, doctor.names["en"]) == ("ido", "dokter", "Doctor or hospital")
    assert (home.picture, home.names["nl"]) == ("gezin", "Hulp thuis (Wmo)")


def test_each_tile_of_the_set_has_topics_that_can_be_put_below_it(read: Read) -> None:
    below = ", ".join(f'{{ id = "{topic.id}" }}' for topic in SECOND_LEVEL["leren"])
    assert list(SECOND_LEVEL) == [topic.id for topic in CATALOGUE]
    assert len(read(f'[[topics]]\nid = "leren"\ntopics = [{below}]\n').topics[0].topics) == 6


def test_a_desk_without_lines_serves_all(read: Read) -> None:
    text = '[[lines]]\nid = "a"\n[[lines]]\nid = "b"\nletter = "B"\n[[desks]]\nid = "2"\n'
    desk = read(text).desks[0]
    assert (desk.name, desk.lines) == ({"nl": "Balie 2"}, ("a", "b"))


def test_kiosks_without_a_spare_letter_get_one_each_that_nobody_has(read: Read) -> None:
    text = '[[lines]]\nid = "a"\nletter = "Z"\n' + "".join(
        f'[[kiosks]]\ndevice = "kiosk-{number}"\n' for number in range(1, 24)
    )
    letters = [kiosk.spare_letter for kiosk in read(text + 'spare_letter = "L"\n').kiosks]
    assert (letters[0], letters[-1]) == ("R", "L")
    assert all(one != other for one, other in pairwise(sorted([*letters, "Z"])))


def test_a_branch_that_names_nothing_is_named_in_each_of_its_languages(read: Read) -> None:
    settings = read('languages = ["pap", "nl", "ar"]\n')
    assert [list(topic.names) for topic in settings.topics] == [["pap", "nl", "ar"]] * 8
    assert settings.topics[4].names["ar"] == "الصحة"
    assert settings.lines[0].name["pap"] == "Punto di informashon"
    assert settings.desks[0].name == {"pap": "Balie 1"}


def test_what_nobody_named_has_a_name_in_all_ten_languages() -> None:
    assert [set(names) for names in (LINE_NAMES, DESK, *(topic.names for topic in KNOWN.values()))] == [
        set(LANGUAGES)
    ] * 48
