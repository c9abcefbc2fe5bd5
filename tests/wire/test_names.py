from uuid import UUID

import pytest

from wire.names import checked_name, is_name, is_random_id, new_id


@pytest.mark.parametrize("text", ["a", "1", "kiosk-1", "0" * 40, "a-"])
def test_a_name_is_small_letters_digits_and_hyphens(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["", "-a", "A", "kiosk 1", "kiosk_1", "kiosk/1", "+", "#", "é", "a" * 41, "a\n", "\na"]
)
def test_anything_else_is_no_name(text: str) -> None:
    assert not is_name(text)
    with pytest.raises(ValueError, match="no name"):
        checked_name(text)


def test_a_new_id_is_random_and_tells_no_time() -> None:
    made = new_id()
    assert UUID(made).version == 4
    assert is_random_id(made)
    assert made != new_id()


ID = "0374533a-a75e-42d7-957f-21a77a8f668d"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2b191b3c-e61c-11f1-a8c9-02fc00000001", id="with a time inside"),
        pytest.param(ID.upper(), id="in capitals"),
        pytest.param(ID.replace("-", ""), id="without hyphens"),
        pytest.param(f"{ID}\n", id="with a line's end"),
        pytest.param(f"{{{ID}}}", id="in braces"),
        "",
        "27",
    ],
)
def test_other_spellings_and_versions_are_no_random_ids(text: str) -> None:
    assert not is_random_id(text)
