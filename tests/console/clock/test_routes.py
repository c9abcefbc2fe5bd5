"""The coordinator of a pop-up sets the box's clock, in a real browser."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from console import password

MakeStaff = Callable[..., Any]
COORDINATOR = "cijfers-en-zo"


@pytest.fixture(scope="module")
def wish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clock") / "clock-wish"


@pytest.fixture(scope="module")
def pop_up(make_house: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory, wish: Path) -> Any:
    file = tmp_path_factory.mktemp("coordinator") / "coordinator.argon2"
    password.write(file, COORDINATOR)
    house = make_house(console_more=f'coordinator_password_file = "{file}"\n[network]\nkind = "own-wifi"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BEURT_CLOCK_WISH", str(wish))
        house.begin()
    return house


def test_the_coordinator_of_a_pop_up_gives_the_box_the_tablets_time(staff: MakeStaff, pop_up: Any, wish: Path) -> None:
    someone = staff(pop_up).sign_in()
    someone.page.goto(f"{pop_up.url}/klok")
    assert "/klok" not in someone.page.url
    someone.page.get_by_label("Wachtwoord van de coördinator").fill(COORDINATOR)
    someone.press("Verder")
    someone.page.goto(f"{pop_up.url}/apparaten")
    someone.page.get_by_role("link", name="De klok").click()
    someone.press("Zet de zuil op de tijd van dit scherm")
    someone.page.get_by_text("De klok wordt gezet.").wait_for()
    assert int(wish.read_text()) == pytest.approx(time.time(), abs=60)


def test_a_branch_with_a_network_has_no_such_page(staff: MakeStaff, house: Any) -> None:
    someone = staff().sign_in()
    someone.page.goto(f"{house.url}/klok")
    assert "/klok" not in someone.page.url
