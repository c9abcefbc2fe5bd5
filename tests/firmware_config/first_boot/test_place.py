import sys

import pytest

from firmware_config.first_boot.place import Failed, Place, Runner


def test_a_program_that_fails_tells_why() -> None:
    with pytest.raises(Failed, match="de reden"):
        Runner().run(sys.executable, "-c", "import sys; sys.exit('de reden')")


def test_a_program_that_hangs_is_ended() -> None:
    with pytest.raises(Failed, match="timed out"):
        Runner(limit_s=0).run(sys.executable, "-c", "input()")


def test_a_card_without_our_wheel_is_told(place: Place) -> None:
    place.wheel.unlink()
    with pytest.raises(Failed, match="Maak de kaart opnieuw"):
        _ = place.wheel
