"""A member of staff at a real browser: signs in, chooses a desk, presses buttons by their names."""

from __future__ import annotations

from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from simulator.demo.installed import NotInstalledError, find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Playwright

PATIENCE_MS = 10_000
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Nothing of this browser has any business outside this computer."""


class BrowserError(Exception):
    """The page did not do what it should; the text says what was waited for."""


class Staff:
    """One browser page, and the person before it."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def open(self, url: str) -> None:
        """Go to the console."""
        self._page.goto(url)
        self._page.get_by_label("Wachtwoord").wait_for()

    def sign_in(self, password: str) -> None:
        """Give the branch's password."""
        self._page.get_by_label("Wachtwoord").fill(password)
        self.press("Aanmelden")

    def choose_desk(self, name: str) -> None:
        """Sit down at a desk."""
        self.press(name)
        self.sees_button("Volgende")

    def press(self, button: str) -> None:
        """Press what has this name."""
        self._control(button).click()

    def sees_button(self, button: str) -> None:
        """Wait until there is a button of this name."""
        self._control(button).wait_for()

    def sees(self, text: str) -> None:
        """Wait until the page shows exactly this text somewhere."""
        self._page.get_by_text(text, exact=True).first.wait_for()

    def picture(self, file: Path) -> None:
        """Keep what the page shows."""
        self._page.mouse.move(0, 0)
        self._page.screenshot(path=file)

    def _control(self, name: str) -> Locator:
        button = self._page.get_by_role("button", name=name, exact=True)
        return button.or_(self._page.get_by_role("link", name=name, exact=True)).first


def check_installed() -> None:
    """Raise NotInstalledError where the browser or what drives it is missing."""
    find("chromium", "chromium")
    if find_spec("playwright") is None:
        raise NotInstalledError("the tour drives its browser with Playwright, which is missing: run scripts/setup")


@contextmanager
def at_work() -> Iterator[Staff]:
    """A member of staff with a browser open; raises BrowserError for all that goes wrong there."""
    playwright = _playwright()
    from playwright.sync_api import Error

    try:
        browser = playwright.chromium.launch(executable_path=find("chromium", "chromium"), args=list(QUIET))
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL", reduced_motion="reduce")
        page.set_default_timeout(PATIENCE_MS)
        yield Staff(page)
        browser.close()
    except Error as fault:
        raise BrowserError(f"the console's page: {fault.message}") from fault
    finally:
        playwright.stop()


def _playwright() -> Playwright:
    from playwright.sync_api import sync_playwright

    try:
        return sync_playwright().start()
    except Exception as fault:  # Playwright has no narrower one for a driver that does not start
        raise BrowserError(f"Playwright's driver does not start: {fault}") from fault
