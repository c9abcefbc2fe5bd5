from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect


def test_practising_calls_nobody(staff: Callable[..., Any], house: Any) -> None:
    house.take(topic="digid")
    someone = staff(house).sit_at("Balie 1")
    someone.page.goto(f"{house.url}/oefenen")
    expect(someone.page.get_by_text("Er wordt niemand geroepen.")).to_be_visible()
    for name in ("Volgende", "Is er", "Klaar"):
        someone.press(name)
    expect(someone.page.get_by_role("status").filter(has_text="drie tikken")).to_be_visible()
    someone.page.goto(f"{house.url}/balie")
    expect(someone.page.locator("#waiting .number")).to_have_count(1)
    expect(someone.page.locator("#card")).to_contain_text("Deze balie is vrij.")
