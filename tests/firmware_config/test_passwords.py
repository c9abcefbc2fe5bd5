import subprocess
from pathlib import Path

import pytest

from firmware_config.passwords import is_of, line_of, merged, new_password

BY_MOSQUITTO = "kiosk-1:$7$101$"


def test_a_line_is_of_its_own_password_only() -> None:
    line = line_of("kiosk-1", "geheim")
    assert is_of(line, "geheim")
    assert not is_of(line, "Geheim")
    assert "geheim" not in line


def test_two_lines_of_one_password_differ() -> None:
    assert line_of("kiosk-1", "geheim") != line_of("kiosk-1", "geheim")


@pytest.mark.parametrize("line", ["", "kiosk-1", "kiosk-1:geheim", "kiosk-1:$6$abc$def", "kiosk-1:$7$x$YQ==$YQ=="])
def test_what_is_no_line_is_of_no_password(line: str) -> None:
    assert not is_of(line, "geheim")


def test_mosquittos_own_tool_makes_lines_of_the_same_form(tmp_path: Path) -> None:
    file = tmp_path / "passwords"
    subprocess.run(["mosquitto_passwd", "-c", "-b", file, "kiosk-1", "geheim"], check=True, capture_output=True)
    line = file.read_text().strip()
    assert line.startswith(BY_MOSQUITTO)
    assert is_of(line, "geheim")


def test_new_passwords_are_long_and_never_the_same() -> None:
    made = {new_password() for _ in range(50)}
    assert len(made) == 50
    assert min(len(password) for password in made) >= 40


def test_a_password_that_did_not_change_keeps_its_line() -> None:
    before = merged("", {"kiosk-1": "een", "hub-1": "twee"})
    assert merged(before, {"kiosk-1": "een", "hub-1": "twee"}) == before
    after = merged(before, {"kiosk-1": "een", "hub-1": "drie"})
    assert after.splitlines()[0] == before.splitlines()[0]
    assert is_of(after.splitlines()[1], "drie")


def test_an_account_whose_password_is_elsewhere_keeps_its_line_and_one_that_is_no_more_loses_it() -> None:
    before = merged("", {"kiosk-1": "een", "gone": "weg"})
    assert merged(before, {"kiosk-1": None, "hub-1": None}) == before.splitlines(keepends=True)[0]


def test_a_broken_line_is_not_carried_along() -> None:
    assert merged("kiosk-1:nonsense\n", {"kiosk-1": None}) == ""
