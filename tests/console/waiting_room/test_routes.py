"""The board in a browser: what the window shows, for anybody on the network, and nothing else."""

import io
import signal
import wave
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_core_python.base import AXE_SCRIPT
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page, expect

import console
from board.room import View
from board.turns import Turn, Turns
from runtime.languages import direction

TEMPLATES = Path(console.__file__).parent / "templates"

SIZES = ((1280, 720), (1080, 1920), (3840, 2160))
FIRST_LOAD_BYTES = 50_000


@pytest.fixture
def board(browser: Browser, house: Any) -> Any:
    """A board that nobody signed in for."""
    # A colour that fades has not yet the contrast that it will have.
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(8000)
    lines: list[str] = []
    page.on("console", lambda message: lines.append(message.text))
    page.on("pageerror", lambda error: lines.append(str(error)))
    page.goto(f"{house.url}/bord")
    yield page
    context.close()
    assert lines == []


def violations(page: Page) -> list[str]:
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def call(house: Any, **fields: Any) -> str:
    number = str(house.take(**fields).number)
    house.ask("open-desk", desk="1")
    house.ask("call-next", desk="1")
    return number


def test_a_call_appears_and_goes_over_to_the_earlier_ones(board: Page, house: Any) -> None:
    expect(board.get_by_role("heading", level=1)).to_have_text("Er wordt nu niemand geroepen.")
    number = call(house)
    expect(board.locator(".now .number")).to_have_text(number)
    expect(board.locator(".now .desk")).to_have_text("Balie 1")
    expect(board.locator(".now .lit .number")).to_have_text(number)
    house.ask("start-visit", desk="1")
    expect(board.locator(".before .number")).to_have_text(number)
    expect(board.locator(".now")).to_have_count(0)


def test_who_asked_for_it_reads_the_desk_in_an_own_language(board: Page, house: Any) -> None:
    call(house, language="ar", own_language=True)
    own = board.locator(".now .own")
    expect(own).to_have_attribute("dir", "rtl")
    expect(own).to_have_attribute("lang", "ar")


def test_a_page_that_comes_late_lights_nothing_old(browser: Browser, house: Any) -> None:
    number = call(house)
    page = browser.new_page()
    page.goto(f"{house.url}/bord")
    expect(page.locator(".now .number")).to_have_text(number)
    page.wait_for_timeout(1500)
    expect(page.locator(".lit")).to_have_count(0)
    page.close()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_and_no_page_has_an_axe_violation(board: Page, house: Any, size: tuple[int, int]) -> None:
    board.set_viewport_size({"width": size[0], "height": size[1]})
    assert violations(board) == []
    call(house)
    house.ask("start-visit", desk="1")
    call(house, language="ar", own_language=True)
    expect(board.locator(".now .own")).to_be_visible()
    assert violations(board) == []
    cut = """() => [...document.querySelectorAll("#board span, #board p, h1, h2")].filter((each) => {
      const box = each.getBoundingClientRect();
      return box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1 || box.left < -1 || box.top < -1;
    }).map((each) => each.outerHTML)"""
    assert board.evaluate(cut) == []


def test_the_first_load_is_small(house: Any) -> None:
    page = httpx.get(f"{house.url}/bord")
    assert page.status_code == 200
    files = [httpx.get(f"{house.url}/static/{name}").content for name in ("board.css", "board.js", "icon.svg")]
    assert len(page.content) + sum(map(len, files)) <= FIRST_LOAD_BYTES
    assert "set-cookie" not in page.headers or "beurt=" not in page.headers["set-cookie"]


def test_a_call_on_the_board_can_be_heard_and_no_other(house: Any, board: Page) -> None:
    call(house)
    card = board.locator(".now li")
    expect(card).to_be_visible()
    call_id = card.get_attribute("data-call")
    for part, least_s in ((0, 0.6), (1, 1.0)):
        answer = httpx.get(f"{house.url}/bord/roep/{call_id}/1/{part}")
        with wave.open(io.BytesIO(answer.content)) as sound:
            assert sound.getnframes() / sound.getframerate() > least_s
    for wrong in (f"{call_id}/1/2", f"{call_id}/7/0", "00000000-0000-4000-8000-000000000000/1/0", "nobody/1/0"):
        assert httpx.get(f"{house.url}/bord/roep/{wrong}").status_code == 404


def test_one_touch_switches_the_sound_on(house: Any, board: Page) -> None:
    button = board.get_by_role("button", name="Geluid aan")
    button.click()
    expect(button).to_be_hidden()
    with board.expect_response(lambda answer: "/roep/" in answer.url and answer.url.endswith("/1")) as spoken:
        call(house)
    assert spoken.value.status == 200


def test_the_button_for_the_sound_hides_nothing_that_is_to_be_read(board: Page, house: Any) -> None:
    call(house)
    expect(board.locator(".now .number")).to_be_visible()
    for width, height in ((360, 740), (768, 1024), (1280, 720)):
        board.set_viewport_size({"width": width, "height": height})
        assert board.evaluate(UNDER_THE_BUTTON) == []


UNDER_THE_BUTTON = """() => {
  const button = document.getElementById("sound").getBoundingClientRect();
  const covers = (box) => box.left < button.right && button.left < box.right && box.top < button.bottom
    && button.top < box.bottom;
  return [...document.querySelectorAll("h1, .number, .now .desk, .before span, .branch, .aside")].filter((each) => {
    const words = document.createRange();
    words.selectNodeContents(each);
    return [...words.getClientRects()].some(covers);
  }).map((each) => each.outerHTML);
}"""


def test_who_heard_a_call_hears_that_it_was_taken_back(house: Any, board: Page) -> None:
    board.get_by_role("button", name="Geluid aan").click()
    with board.expect_response(lambda answer: answer.url.endswith("/1")):
        call(house)
    with board.expect_response(lambda answer: answer.url.endswith("/1?terug"), timeout=30_000) as told:
        house.ask("undo", desk="1")
        expect(board.locator(".now .back .desk")).to_have_text("nog even wachten")
    assert told.value.status == 200


MANY = [f"B{number}" for number in range(31, 43)]
LONG = "Spreekkamer van de formulierenbrigade 12"


@pytest.mark.parametrize(
    "size", [SIZES[0], *(pytest.param(each, marks=pytest.mark.long) for each in (*SIZES[1:], (1920, 1080)))]
)
@pytest.mark.parametrize(
    "count", [pytest.param(1, marks=pytest.mark.long), 2, pytest.param(3, marks=pytest.mark.long), 5, 12]
)
@pytest.mark.parametrize("desk", ["Balie 3", LONG])
def test_as_many_calls_at_desks_with_such_names_are_shown_whole(
    board: Page, size: tuple[int, int], count: int, desk: str
) -> None:
    board.set_viewport_size({"width": size[0], "height": size[1]})
    board.evaluate(DRAW, [parts_of(MANY[:count], desk)])
    assert board.evaluate(CUT) == []


DRAW = """([html]) => {
  document.getElementById("board").innerHTML = html;
  window.dispatchEvent(new Event("resize"));
}"""
CUT = """() => [...document.querySelectorAll("#board span, #board p, h1, h2")].filter((each) => {
  const box = each.getBoundingClientRect();
  const around = each.closest("li:not(.before li), main, aside, footer").getBoundingClientRect();
  return box.right > around.right + 2 || box.bottom > around.bottom + 2 || box.left < around.left - 2
    || box.top < around.top - 2;
}).map((each) => each.outerHTML)"""


def parts_of(numbers: list[str], desk: str) -> str:
    """What the page would get for these calls, and five earlier ones."""
    now = tuple(Turn(number, number, desk) for number in numbers)
    earlier = tuple(Turn(number, number, desk) for number in ("B26", "B27", "B28", "B29", "B30"))
    view = View("Bibliotheek Proef", Turns(now, earlier), "", "", "Soms helpen we iemand eerder. Vraag gerust waarom.")
    templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    return templates.get_template("waiting_room/parts.html").render(
        view=view, heading="U bent aan de beurt", heading_before="Al geroepen", language="nl", direction=direction
    )


def test_the_page_says_how_old_it_is_while_the_hub_is_gone(board: Page, house: Any) -> None:
    number = call(house)
    expect(board.locator(".now .number")).to_have_text(number)
    house.end("hub", signal.SIGKILL)
    expect(board.locator(".aside")).to_contain_text("Geen verbinding. Laatste stand van")
    expect(board.locator(".now .number")).to_have_text(number)
    house.start("hub")
    expect(board.locator(".aside")).to_have_text("Soms helpen we iemand eerder. Vraag gerust waarom.")
