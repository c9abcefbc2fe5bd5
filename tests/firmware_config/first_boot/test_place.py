import sys

import pytest

from firmware_config.first_boot.place import Failed, Place, Runner


def test_a_program_that_fails_tells_why() -> None:
    with pytest.raises(Failed, match="de reden"):
        Runner().run(sys.executable, "-c", "import sys; sys.exit('de reden')")


def test_a_program_does_not_see_our_wheel_on_the_card_unless_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/boot/firmware/beurt.whl")
    look = (sys.executable, "-c", "import os; print(os.environ.get('PYTHONPATH'))")
    assert Runner().run(*look) == "None\n"
    assert Runner().run(*look, environment={"PYTHONPATH": "here"}) == "here\n"


def test_a_program_that_hangs_is_ended() -> None:
    with pytest.raises(Failed, match="timed out"):
        Runner(limit_s=0).run(sys.executable, "-c", "input()")


def test_a_card_without_our_wheel_is_told(place: Place) -> None:
    place.wheel.unlink()
    with pytest.raises(Failed, match="Maak de kaart opnieuw"):
        _ = place.wheel
