"""A member of staff at a real browser: signs in, chooses a desk, presses buttons by their names."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from simulator.demo.installed import NotInstalledError, find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page

PATIENCE_MS = 10_000
# Nothing of this browser has any business outside this computer.
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


@contextmanager
def at_work() -> Iterator[Staff]:
    """A member of staff with a browser open; raises NotInstalledError."""
    try:
        from playwright.sync_api import Error as PlaywrightError
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise NotInstalledError(
            "the tour drives a browser with Playwright, which is not there: run scripts/setup"
        ) from None
    chromium = find("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="nl-NL", reduced_motion="reduce")
        page.set_default_timeout(PATIENCE_MS)
        try:
            yield Staff(page)
        except PlaywrightError as fault:
            raise BrowserError(f"the console's page: {fault.message}") from fault
        finally:
            browser.close()
