from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, int | None]]]


@pytest.mark.parametrize(
    ("table", "rest"),
    [
        ("desks", ""),
        ("organisations", 'name = "x"'),
        ("partners", 'name = "x"'),
        ("notices", 'names.nl = "x"'),
        ("topics", 'names.nl = "x"'),
    ],
)
def test_an_id_is_there_once_among_its_own_kind(told: Told, table: str, rest: str) -> None:
    one = f'[[{table}]]\nid = "same"\n{rest}\n'
    assert told(one + one) == [(f"{table}[1].id", 8)]


def test_two_lines_cannot_have_one_id(told: Told) -> None:
    assert told('[[lines]]\nid = "a"\n[[lines]]\nid = "a"\nletter = "B"\n') == [("lines[1].id", 7)]


def test_a_topic_below_another_cannot_have_the_id_of_one_above(told: Told) -> None:
    assert told('[[topics]]\nid = "zorg"\n[[topics.topics]]\nid = "zorg"\n') == [("topics[0].topics[0].id", 7)]


def test_two_devices_cannot_have_one_name(told: Told) -> None:
    assert told('[hub]\ndevice = "a"\n[[displays]]\ndevice = "a"\n[console]\ndevice = "a"\n') == [
        ("displays[0].device", 7),
        ("console.device", 9),
    ]


def test_a_device_cannot_take_the_name_of_a_kiosk_that_is_there_by_default(told: Told) -> None:
    assert told('[console]\ndevice = "kiosk-1"\n') == [("console.device", 5)]


def test_a_desk_names_each_line_once(told: Told) -> None:
    assert told('[[desks]]\nid = "1"\nlines = ["ido", "ido"]\n') == [("desks[0].lines[1]", 6)]


def test_two_wires_cannot_share_a_pin(told: Told) -> None:
    assert told("[alerts]\ngpio = { lamp = 17, button = 17 }\n") == [("alerts.gpio.button", 5)]
