import re
from collections.abc import Callable
from pathlib import Path

from runtime.settings.catalogue import CATALOGUE, KNOWN, SECOND_LEVEL
from runtime.settings.model import Settings

Read = Callable[[str], Settings]

PAGE = Path(__file__).parents[3] / "docs" / "topics.md"


def test_the_set_has_eight_tiles_and_an_id_for_each_topic_that_is_there_once() -> None:
    topics = [*CATALOGUE, *(topic for level in SECOND_LEVEL.values() for topic in level)]
    assert len(CATALOGUE) == 8
    assert len(topics) == len(KNOWN) == 46


def test_a_second_level_leaves_room_for_who_does_not_know() -> None:
    assert {above: len(below) for above, below in SECOND_LEVEL.items() if not 2 < len(below) < 8} == {}


def test_no_two_tiles_of_one_screen_have_the_same_picture_or_name() -> None:
    for level in (CATALOGUE, *SECOND_LEVEL.values()):
        assert len({topic.picture for topic in level}) == len(level)
        assert all(len({topic.names[language] for topic in level}) == len(level) for language in level[0].names)


def test_the_second_level_can_be_pasted_from_the_page_into_a_branch_file(read: Read) -> None:
    block = re.findall(r"```toml\n(.*?)```", PAGE.read_text(), re.DOTALL)[0]
    topics = read(f'mode = "topics"\n{block}').topics
    assert {topic.id: tuple(below.id for below in topic.topics) for topic in topics} == {
        above: tuple(topic.id for topic in below) for above, below in SECOND_LEVEL.items()
    }


def test_the_page_names_each_topic_as_visitors_read_it() -> None:
    page = PAGE.read_text()
    lacking = [topic.id for topic in KNOWN.values() if topic.names["nl"] not in page or f"`{topic.id}`" not in page]
    assert lacking == []
