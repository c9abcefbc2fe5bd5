import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.base import AXE_SCRIPT
from console_staff import browser
from fleets import AT, CARD, HOSTILE, NO_PAPER, a_morning, branch, fleet
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from doctor.fleet.branches import Fleet, unreachable
from doctor.fleet.page import page, since

__all__ = ["browser"]

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Opens a fleet's page in a window of a width and a theme."""
    opened = []

    def open_it(told: Fleet, width: int = 1280, theme: Any = "light") -> Page:
        file = tmp_path / "fleet.html"
        file.write_text(page(told))
        # Its own policy forbids scripts, also those that look at it.
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True)
        opened.append(context)
        shown = context.new_page()
        shown.goto(file.as_uri())
        return shown

    yield open_it
    for context in opened:
        context.close()


def violations(shown: Page) -> list[str]:
    shown.evaluate(AXE_SCRIPT)
    found = shown.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {[node['html'] for node in one['nodes']]}" for one in found]


@pytest.mark.parametrize(
    ("width", "theme"),
    [
        (1280, "light"),
        (360, "dark"),
        pytest.param(1280, "dark", marks=pytest.mark.long),
        pytest.param(360, "light", marks=pytest.mark.long),
    ],
)
def test_the_page_has_no_axe_violation_and_no_scrolling_sideways(show: Any, width: int, theme: str) -> None:
    shown = show(a_morning(), width, theme)
    assert violations(shown) == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


def test_what_needs_a_person_today_stands_on_top_the_unreachable_first(show: Any) -> None:
    shown = show(a_morning())
    assert shown.locator("h1").inner_text() == "2 of 19 branches need somebody today"
    assert shown.locator("#today ~ .cards h3").all_inner_texts() == ["Goor", "Hengelo"]
    assert shown.locator("#soon ~ .cards h3").all_inner_texts() == ["Borne", "Delden"]
    assert "Last reached: 15 hours ago" in shown.locator("article").first.inner_text()
    assert "Put in a new roll" in shown.locator("article").nth(1).inner_text()
    assert shown.locator("tbody tr").count() == 19


def test_when_all_is_well_that_is_all_it_says(show: Any) -> None:
    shown = show(fleet(branch("Hengelo"), branch("Borne")))
    assert shown.locator("h1").inner_text() == "All 2 branches are well"
    assert shown.locator("article").count() == 0
    assert violations(shown) == []


@pytest.mark.parametrize(
    ("told", "head"),
    [
        (fleet(branch("Hengelo")), "The branch is well"),
        (fleet(branch("Hengelo", CARD)), "Nothing for today; 1 to look at soon"),
        (fleet(branch("Hengelo", NO_PAPER)), "1 of 1 branches needs somebody today"),
    ],
)
def test_the_head_says_in_one_line_how_things_are(told: Fleet, head: str) -> None:
    found = re.search(r"<h1>(.*?)</h1>", page(told))
    assert found is not None
    assert found[1] == head


def test_nothing_that_a_branch_says_becomes_markup(show: Any) -> None:
    hostile = replace(NO_PAPER, name=HOSTILE, what=HOSTILE, advice=HOSTILE)
    told = replace(branch(HOSTILE, hostile), devices=(HOSTILE,), versions=(HOSTILE,), looked_at=HOSTILE)
    shown = show(replace(fleet(told, unreachable("Goor", HOSTILE)), title=HOSTILE))
    assert shown.locator("script, img").count() == 0
    assert shown.locator("h3").all_inner_texts() == ["Goor", HOSTILE]
    assert "{{ 7 * 7 }}" in shown.locator("article").last.inner_text()


def test_the_page_stands_alone() -> None:
    text = page(a_morning())
    assert "<script" not in text
    assert re.findall(r"(?:src|href)=|url\(|@import", text) == []
    assert "default-src 'none'" in text


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, "not known"),
        ("nonsense", "not known"),
        ("2026-03-10T08:00:00.000Z", "just now"),
        ("2026-03-10T08:00:30.000Z", "just now"),
        ("2026-03-10T07:59:00.000Z", "1 minute ago"),
        ("2026-03-10T05:59:00.000Z", "2 hours ago"),
        ("2026-03-01T05:59:00.000Z", "9 days ago"),
    ],
)
def test_how_long_ago_is_said_in_words(at: str | None, words: str) -> None:
    assert since(at, NOW) == words


def test_the_moment_of_looking_is_written_out() -> None:
    assert f'<time datetime="{AT}">Tuesday 10 March 2026, 08:00 UTC</time>' in page(a_morning())
