import json
import logging
import threading
import time
from collections.abc import Callable

import pytest
from hub_process import HubProcess
from ledger_driver import LedgerDriver
from post_box import PostBox, babbler
from wire_client import WireClient

from hub.alerts.alerts import Alerts


def test_a_hub_whose_visitor_waits_alone_tells_the_addresses_and_nothing_of_the_visitor(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    with PostBox() as box:
        hub = start_hub(f'[alerts]\nwebhook = "{box.url}/melding"\nntfy = "{box.url}/ido"')
        client = client_of(hub)
        client.ask("open-desk", desk="1")
        client.ask("take-ticket", device="kiosk-1", topic="digid", language="ar", fetch_me=True)
        client.ask("call-next", desk="1")
        assert box.posted == []
        client.ask("take-ticket", device="kiosk-1", topic="digid", language="ar", fetch_me=True)
        posted = {one.path: one for one in box.wait_for(2)}
    words = "Bibliotheek Proef: Er wacht iemand. Er is nog geen balie vrij."
    told = json.loads(posted["/melding"].body)
    assert told == {"alert": "somebody-waits", "branch": hub.branch, "text": words}
    assert (posted["/ido"].body.decode(), posted["/ido"].kind) == (words, "text/plain; charset=utf-8")


def test_an_address_that_hangs_does_not_hold_up_the_queue(
    start_hub: Callable[..., HubProcess], client_of: Callable[..., WireClient]
) -> None:
    with babbler(b"") as address:
        client = client_of(start_hub(f'[alerts]\nwebhook = "{address}"'))
        numbers = [client.ask("take-ticket", device="kiosk-1")["ticket"]["number"] for _ in range(5)]
    assert numbers == ["1", "2", "3", "4", "5"]


def test_what_cannot_be_told_is_left_out_and_said_in_the_log(
    make_ledger: Callable[..., LedgerDriver], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hub.alerts.pace.SOONEST_S", 0)
    with babbler(b"") as address, caplog.at_level(logging.WARNING):
        alerts = Alerts(make_ledger(f'[alerts]\nntfy = "{address}"').settings)
        for _ in range(10):
            alerts.look(is_alone=True)
            alerts.look(is_alone=False)
    assert caplog.messages == ["alerts.ntfy: left out, as earlier ones are still on their way"]


def test_without_an_address_nothing_runs(ledger: LedgerDriver) -> None:
    before = threading.active_count()
    alerts = Alerts(ledger.settings)
    alerts.look(is_alone=True)
    time.sleep(0.05)
    assert threading.active_count() == before
