"""Somebody wants to be in a session that another one opened."""

from collections.abc import Callable
from typing import Any

import httpx

MakeStaff = Callable[..., Any]


def session(someone: Any) -> str:
    tokens: list[str] = [each["value"] for each in someone.page.context.cookies() if each["name"] == "beurt"]
    return tokens[0]


def gets_in(house: Any, token: str) -> bool:
    answer = httpx.get(f"{house.url}/balies", cookies={"beurt": token})
    return answer.status_code == 200


def test_a_planted_session_is_never_the_one_that_is_opened(staff: MakeStaff, house: Any) -> None:
    someone = staff()
    someone.page.context.add_cookies([{"name": "beurt", "value": "planted", "url": house.url}])
    someone.sign_in()
    someone.page.wait_for_url("**/balies")
    assert session(someone) != "planted"
    assert not gets_in(house, "planted")


def test_signing_in_again_ends_the_session_before(staff: MakeStaff, house: Any) -> None:
    someone = staff().sign_in()
    someone.page.wait_for_url("**/balies")
    first = session(someone)
    someone.press("Afmelden")
    assert not gets_in(house, first)
    someone.sign_in()
    someone.page.wait_for_url("**/balies")
    assert session(someone) != first
    assert gets_in(house, session(someone))


def test_a_session_ends_for_everybody_when_the_day_is_closed(staff: MakeStaff, house: Any) -> None:
    someone = staff().sit_at("Balie 1")
    token = session(someone)
    assert gets_in(house, token)
    house.clear()
    someone.page.get_by_label("Wachtwoord").wait_for()
    assert not gets_in(house, token)
