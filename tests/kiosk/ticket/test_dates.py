from datetime import UTC, datetime

import pytest

from kiosk.ticket.dates import day_and_time

NOW = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "za 21 november 09:05"),
        ("en", "Sat 21 November 09:05"),
        ("pl", "sob. 21 listopada 09:05"),
        ("uk", "сб 21 листопада 09:05"),  # noqa: RUF001 - Ukrainian
        ("pap", "djasabra 21 Novèmber 09:05"),
    ],
)
def test_day_and_time_are_in_the_visitors_language(language: str, text: str) -> None:
    assert day_and_time(NOW, language) == text


@pytest.mark.parametrize("language", ["ar", "ti", "fa", "ckb"])
def test_figures_are_latin_in_every_language(language: str) -> None:
    figures = [letter for letter in day_and_time(NOW, language) if letter.isdecimal()]
    assert "".join(figures).endswith("0905")


@pytest.mark.parametrize("language", ["xx", "no-such-language"])
def test_a_language_without_names_for_the_days_gets_figures(language: str) -> None:
    assert day_and_time(NOW, language) == "21-11-2026 09:05"
