import json
from collections.abc import Callable
from uuid import uuid4

import pytest
from hub_process import HubProcess
from ledger_driver import LedgerDriver
from wire_client import WireClient

from hub.button import Button
from wire.devices import PRESS, DeviceStatus, Fact

WITH_BUTTON = "[alerts]\ngpio = { button = 22 }"
AT = "2026-11-22T09:00:00.000Z"


def status(device: str = "kiosk-1", **facts: Fact) -> DeviceStatus:
    return DeviceStatus(device=device, kind="kiosk", state="ready", at=AT, since=AT, version="1", facts=facts)


def test_a_press_is_an_acknowledgement_with_its_own_id(make_ledger: Callable[..., LedgerDriver]) -> None:
    press = str(uuid4())
    request = Button(make_ledger(WITH_BUTTON).settings).request(status(**{PRESS: press}))
    assert request is not None
    assert (request.name, json.loads(request.payload)["request_id"], request.response_topic) == (
        "acknowledge",
        press,
        None,
    )


@pytest.mark.parametrize("press", [None, 7, "", "no id", "00000000-0000-0000-0000-000000000000", "x" * 5000])
def test_what_is_no_id_is_no_press(make_ledger: Callable[..., LedgerDriver], press: Fact) -> None:
    assert Button(make_ledger(WITH_BUTTON).settings).request(status(**{PRESS: press})) is None


def test_only_a_kiosk_of_a_branch_that_has_the_button_can_press_it(make_ledger: Callable[..., LedgerDriver]) -> None:
    press: dict[str, Fact] = {PRESS: str(uuid4())}
    assert Button(make_ledger(WITH_BUTTON).settings).request(status("display-1", **press)) is None
    for without in ("", "[alerts]\ngpio = { lamp = 17 }"):
        assert Button(make_ledger(without).settings).request(status(**press)) is None


def test_a_press_at_the_kiosk_says_once_that_somebody_comes(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    hub = start_hub(WITH_BUTTON)
    client = client_of(hub)
    client.ask("take-ticket", device="kiosk-1")
    client.latest("menu", lambda menu: menu["alert"])
    told = {"device": "kiosk-1", "kind": "kiosk", "state": "ready", "at": AT, "since": AT, "version": "1"}
    pressed = {**told, "facts": {PRESS: str(uuid4())}}
    client.publish("device/kiosk-1/status", pressed)
    client.latest("menu", lambda menu: menu["coming"] and not menu["alert"])
    client.ask("open-desk", desk="1")
    client.latest("menu", lambda menu: not menu["coming"])
    client.publish("device/kiosk-1/status", pressed)
    client.ask("pause-desk", desk="1")
    assert client.latest("menu", lambda menu: menu["alert"])["coming"] is False
