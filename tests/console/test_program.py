import signal
import time
from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def own_house(make_house: Callable[..., Any]) -> Any:
    return make_house()


def test_it_ends_soon_with_pages_open(make_house: Callable[..., Any], staff: Callable[..., Any]) -> None:
    house = make_house()
    house.begin()
    for desk in ("Balie 1", "Balie 2"):
        staff(house).sit_at(desk)
    began_s = time.monotonic()
    assert house.end("console", signal.SIGTERM) == 0
    assert time.monotonic() - began_s < 8


def test_it_serves_the_sign_in_without_broker_and_hub(own_house: Any) -> None:
    own_house.start("console")
    assert own_house.end("console") == 0


def test_without_a_password_file_it_says_how_to_make_one(own_house: Any) -> None:
    (own_house.folder / "staff.argon2").unlink()
    assert own_house.exit_code() == 2
    assert "staff.argon2" in own_house.log


def test_open_to_the_network_without_a_certificate_it_does_not_start(own_house: Any) -> None:
    own_house.file.write_text(own_house.file.read_text().replace('listen = "127.0.0.1', 'listen = "0.0.0.0'))
    assert own_house.exit_code() == 2
    assert "tls_certificate" in own_house.log
