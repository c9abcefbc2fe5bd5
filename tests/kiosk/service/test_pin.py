from pathlib import Path

import pytest

from kiosk.service.pin import verdict, write


def test_the_pin_that_was_written_is_right_and_another_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "service.argon2"
    write(file, "2468")
    assert verdict(file, "2468") == "right"
    assert verdict(file, "2469") == "wrong"
    assert "2468" not in file.read_text()


def test_without_a_usable_file_no_pin_is_right(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "service.argon2"
    assert verdict(file, "2468") == "unreadable"
    file.write_text("2468\n")
    assert verdict(file, "2468") == "unreadable"
    assert "2468" not in caplog.text


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "12 4", "١٢٣٤", "1234\n"])
def test_what_is_no_pin_is_not_written(tmp_path: Path, pin: str) -> None:
    with pytest.raises(ValueError, match="4 to 8 figures"):
        write(tmp_path / "service.argon2", pin)
    assert list(tmp_path.iterdir()) == []
