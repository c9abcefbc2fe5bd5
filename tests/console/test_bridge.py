from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect


def test_what_is_no_floor_is_dropped_and_the_page_goes_on(staff: Callable[..., Any], house: Any) -> None:
    desk = staff().sit_at("Balie 1")
    for payload in (b"", b"{", b"[]", b'{"revision": "many"}', b"\xff" * 100):
        house.kiosk.publish(house.kiosk.topics.state("floor"), payload)
        house.kiosk.publish(house.kiosk.topics.status(f"hub-{house.branch}"), payload)
    ticket = house.take()
    expect(desk.page.locator("#waiting .number")).to_have_text(ticket.number)
