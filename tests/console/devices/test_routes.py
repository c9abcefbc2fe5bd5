"""The coordinator lets a new box in, in a real browser; box, hub's side and TLS are real too."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from pairing_hub import PairingHub, make_hub, obedient
from playwright.sync_api import expect

from console import password

MakeStaff = Callable[..., Any]
COORDINATOR = "cijfers-en-zo"
CODE = "ABCDEF"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pairing") / "pairing.sock"


@pytest.fixture(scope="module")
def branch(make_house: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory, place: Path) -> Any:
    """A branch with a coordinator, whose console asks for pairing here."""
    file = tmp_path_factory.mktemp("coordinator") / "coordinator.argon2"
    password.write(file, COORDINATOR)
    house = make_house(console_more=f'coordinator_password_file = "{file}"')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BEURT_PAIRING_SOCKET", str(place))
        house.begin()
    return house


@pytest.fixture
def hub(tmp_path: Path, place: Path) -> Iterator[PairingHub]:
    made = make_hub(tmp_path)
    with obedient(made, place):
        yield made
    made.desk.close()
    assert made.door.wait_until_shut(20)


@pytest.fixture
def coordinator(staff: MakeStaff, branch: Any) -> Any:
    someone = staff(branch).sign_in()
    someone.page.goto(f"{branch.url}/cijfers")
    someone.page.get_by_label("Wachtwoord van de coördinator").fill(COORDINATOR)
    someone.press("Verder")
    someone.page.goto(f"{branch.url}/apparaten")
    return someone


def violations(someone: Any) -> list[str]:
    found = Axe().run(someone.page)["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def test_a_box_is_paired_by_the_letters_on_its_screen(coordinator: Any, hub: PairingHub) -> None:
    page = coordinator.page
    page.reload()
    assert violations(coordinator) == []
    coordinator.press("Koppelen aanzetten")
    expect(page.get_by_text("Er wachten 0 apparaten.")).to_be_visible()
    box = hub.box(CODE)
    hub.waits(1)
    page.get_by_role("link", name="Kijk opnieuw").click()
    expect(page.get_by_text("Er wacht 1 apparaat.")).to_be_visible()
    assert box.seen.get(timeout=20).startswith(page.locator("#fingerprint").inner_text())
    assert violations(coordinator) == []
    pair(page, "QQQQQQ")
    expect(page.get_by_role("alert")).to_have_text("Dat zijn niet de letters van een apparaat dat wacht.")
    expect(page.get_by_text("Nog 4 keer proberen.")).to_be_visible()
    pair(page, "abc def")
    expect(page.locator("main").get_by_role("status")).to_have_text("Gekoppeld. Het apparaat start vanzelf.")
    assert box.end() == "kiosk-1"
    expect(coordinator.button("Koppelen aanzetten")).to_be_visible()


def pair(page: Any, code: str) -> None:
    page.get_by_label("De zes letters op het apparaat").fill(code)
    page.locator("#new").select_option("kiosk-1")
    page.get_by_role("button", name="Koppelen", exact=True).click()


def test_a_device_that_is_lost_is_taken_out(coordinator: Any, hub: PairingHub) -> None:
    coordinator.page.reload()
    coordinator.page.locator("#lost").select_option("display-1")
    coordinator.page.get_by_label("Ja, dit apparaat is weg").check()
    coordinator.press("Uitsluiten")
    expect(coordinator.page.locator("main").get_by_role("status")).to_contain_text("niet meer meedoen")
    assert set(hub.passwords) == {"display-1"}


def test_without_the_hubs_side_the_page_says_so(coordinator: Any) -> None:
    coordinator.page.reload()
    expect(coordinator.page.get_by_role("alert")).to_have_text("Koppelen kan hier nu niet. Vraag de beheerder.")


def test_only_the_coordinator_has_the_page(staff: MakeStaff, branch: Any, hub: PairingHub) -> None:
    someone = staff(branch).sign_in()
    someone.page.goto(f"{branch.url}/apparaten")
    expect(someone.page.get_by_label("Wachtwoord van de coördinator")).to_be_visible()
    answer = someone.page.request.post(f"{branch.url}/apparaten/aan")
    assert answer.status in {400, 403} or "aanmelden" in answer.url
    assert not hub.desk.is_open()
