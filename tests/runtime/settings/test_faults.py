from datetime import date
from pathlib import Path

from runtime.settings.faults import Fault, SettingsFaults, key_text, shown


def test_a_key_is_told_as_an_installer_would_say_it() -> None:
    assert key_text(("desks", 1, "lines", 0)) == "desks[1].lines[0]"
    assert key_text(("broker", "accounts", "hub 1")) == 'broker.accounts."hub 1"'


def test_an_endless_key_is_cut_short() -> None:
    assert len(key_text(("x" * 5000,))) == 60


def test_values_are_shown_on_one_line() -> None:
    assert shown("a\nb") == '"a\\nb"'
    assert shown(value=True) == "true"
    assert shown(date(2026, 12, 25)) == "2026-12-25"
    assert shown([]) == "an empty list"
    assert shown([1, 2]) == "a list of 2"
    assert shown({"a": 1}) == "a table"


def test_an_endless_value_is_cut_short() -> None:
    assert len(shown("x" * 100_000)) == 60


def test_a_password_inside_an_address_is_covered() -> None:
    assert shown("mysql://beurt:secret@host/queue") == '"mysql://beurt:…@host/queue"'


def test_all_faults_are_told_one_on_a_line_with_file_and_line() -> None:
    faults = (Fault("branch.id", None, 1, "a name"), Fault("lines", 3, None, "a list"), Fault("", "id =", 7, "TOML"))
    assert str(SettingsFaults(Path("b.toml"), faults)).split("\n") == [
        "b.toml:1: branch.id is missing; expected a name",
        "b.toml:1: lines is 3; expected a list",
        'b.toml:7: "id ="; expected TOML',
    ]
