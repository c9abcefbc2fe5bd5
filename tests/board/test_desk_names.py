import pytest

from board.desk_names import desk_name


@pytest.mark.parametrize(
    ("name", "own", "language", "called"),
    [
        ("Balie 2", {}, "nl", "Balie 2"),
        ("Balie 2", {}, "en", "Desk 2"),
        ("Balie 2", {"en": "Counter two"}, "en", "Counter two"),
        ("Loket hal", {}, "en", "Loket hal"),
    ],
)
def test_a_desk_is_called_by_its_own_name_and_a_plain_number_in_every_language(
    name: str, own: dict[str, str], language: str, called: str
) -> None:
    assert desk_name(name, own, language, "nl") == called
