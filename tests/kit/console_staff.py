"""Staff at the console's pages, in a real browser."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from console_house import PARTNER_PASSWORD, PASSWORD, House
from playwright.sync_api import Browser, Page, expect, sync_playwright

from simulator.tour.staff import QUIET

PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)
CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Ends with the module: while it is there, its event loop keeps others from the main thread."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Staff:
    """Somebody at a page, who presses buttons by their names."""

    page: Page
    house: House
    console_lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.on("console", lambda message: self.console_lines.append(message.text))
        self.page.on("pageerror", lambda error: self.console_lines.append(str(error)))

    def sign_in(self, tried: str = PASSWORD) -> "Staff":
        """Give the password."""
        self.page.goto(self.house.url)
        self.page.get_by_label("Wachtwoord").fill(tried)
        self.press("Aanmelden")
        return self

    def sit_at(self, desk: str) -> "Staff":
        """Sign in and choose a desk."""
        self.sign_in()
        self.press(desk)
        self.page.wait_for_url("**/balie")
        return self

    def sign_in_as(self, account: str, tried: str = PARTNER_PASSWORD) -> "Staff":
        """Give the password of a partner."""
        self.page.goto(self.house.url)
        self.page.get_by_label("Ik werk bij").select_option(label=account)
        self.page.get_by_label("Wachtwoord").fill(tried)
        self.press("Aanmelden")
        return self

    def choose(self, name: str) -> None:
        """Press a button in the menu."""
        self.page.locator("button[aria-label=Meer]:visible, button:has-text('Meer'):visible").first.click()
        self.press(name)

    def press(self, name: str, nth: int = 0) -> None:
        """Press the button of that name."""
        self.button(name).nth(nth).click()

    def button(self, name: str) -> Any:
        """The button of exactly that name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def sees(self, words: str, inside: str = "body") -> None:
        """Wait until the page says it."""
        self.page.locator(inside).get_by_text(words).first.wait_for()

    def number(self) -> str:
        """The number that is large on the page."""
        return self.page.locator("#card .number").inner_text()


@pytest.fixture
def staff(browser: Browser, house: House) -> Iterator[Callable[..., Staff]]:
    """Makes people at pages of their own browsers."""
    contexts = []

    def make(at: House | None = None, width: int = 1280, height: int = 800, **how: Any) -> Staff:
        context = browser.new_context(viewport={"width": width, "height": height}, **how)
        contexts.append(context)
        return Staff(context.new_page(), at or house)

    yield make
    for context in contexts:
        context.close()
