import tomllib
from datetime import date

import pytest

from firmware_config.image.conventions import conventions, toml

AWKWARD = {
    "plain": 1,
    "yes": True,
    "half": 0.5,
    "with space": 'a "quoted" \x7f text\\',
    "on": date(2026, 12, 25),
    "list": ["a", {"b": "c d", "e.f": 1}],
    "table": {"inner": {"x.y": "z"}, "before": 2},
    "empty": {},
}


def test_what_is_written_as_toml_is_read_back_the_same() -> None:
    assert tomllib.loads(toml(AWKWARD)) == AWKWARD


def test_every_device_gets_an_account_under_its_own_name() -> None:
    tables = {"hub": {"device": "h"}, "kiosks": [{"device": "k"}, {"device": "l"}], "displays": []}
    accounts = conventions(tables)["broker"]["accounts"]
    assert list(accounts) == ["h", "console-1", "k", "l", "monitor"]


@pytest.mark.parametrize(("host", "is_elsewhere"), [("127.0.0.1", False), ("beurt.example", True)])
def test_a_broker_for_other_boxes_is_spoken_to_over_tls(host: str, *, is_elsewhere: bool) -> None:
    broker = conventions({"broker": {"host": host}})["broker"]
    assert ("tls_ca" in broker, broker.get("port")) == ((True, 8883) if is_elsewhere else (False, None))
