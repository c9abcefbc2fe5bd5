from collections.abc import Callable

from runtime.settings.faults import Fault
from runtime.settings.model import Settings

Told = Callable[[str], list[tuple[str, int | None]]]


def test_every_text_is_there_in_the_first_language_of_the_branch(told: Told) -> None:
    text = (
        'languages = ["en", "nl"]\n[[lines]]\nid = "a"\nname = { nl = "A" }\n'
        '[[topics]]\nid = "zorg"\n[[topics.topics]]\nid = "b"\nnames = { nl = "B" }\n'
        '[[desks]]\nid = "1"\nname = {}\n[[notices]]\nid = "c"\nnames = { en = "C" }\n'
    )
    assert told(text) == [("lines[0].name.en", 7), ("topics[0].topics[0].names.en", 12), ("desks[0].name.en", 15)]


def test_a_text_in_a_language_that_is_not_spoken_here_is_no_fault(read: Callable[[str], Settings]) -> None:
    settings = read('languages = ["nl"]\nwaiting_place = { nl = "a", fr = "b" }\n')
    assert settings.branch.waiting_place == {"nl": "a", "fr": "b"}


def test_a_faulty_first_language_is_not_asked_for_everywhere(told: Told) -> None:
    assert told('languages = ["dutch"]\nwaiting_place = { nl = "a" }\n') == [("branch.languages[0]", 4)]


def test_a_topic_outside_the_set_needs_names_of_its_own(faults: Callable[[str], list[Fault]]) -> None:
    fault = faults('[[topics]]\nid = "plants"\n')[0]
    assert (fault.key, fault.line) == ("topics[0].names.nl", 4)
