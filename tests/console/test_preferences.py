import pytest

from console.preferences import Preferences, read


def test_without_a_cookie_it_is_as_the_computer_is_and_keys_press() -> None:
    assert read(None) == Preferences(theme="auto", keys=True, sound=False, notices=False)


@pytest.mark.parametrize("what", ["light", "dark", "keys", "sound", "notices"])
def test_what_is_switched_is_read_back(what: str) -> None:
    chosen = Preferences().changed(what)
    assert chosen != Preferences()
    assert read(chosen.written()) == chosen


def test_keys_that_were_switched_off_stay_off() -> None:
    assert not read(Preferences().changed("keys").written()).keys


@pytest.mark.parametrize("cookie", ["", '"><script>', "dark" * 5000, "\x00.light", "keys=1; theme"])
def test_a_cookie_that_somebody_made_up_does_no_harm(cookie: str) -> None:
    assert read(cookie) in {Preferences(keys=False), Preferences("light", keys=False)}


def test_what_cannot_be_switched_changes_nothing() -> None:
    assert Preferences().changed("theme") == Preferences()
