from datetime import date, timedelta

import pytest
from msgspec import UNSET

from console.figures.wanted import LONGEST, wanted

TODAY = date(2026, 11, 22)


def test_without_a_question_it_is_this_year_by_month_and_exact() -> None:
    want = wanted({}, TODAY)
    assert (want.first, want.last, want.by, want.audience) == (date(2026, 1, 1), TODAY, "month", "internal")


def test_what_is_asked_stands_in_the_address_again() -> None:
    want = wanted({"van": "2026-04-01", "tot": "2026-06-30", "per": "quarter", "voor": "public"}, TODAY)
    assert want.query == "van=2026-04-01&tot=2026-06-30&per=quarter&voor=public"
    assert want.command("00000000-0000-4000-8000-000000000000").audience == "public"


@pytest.mark.parametrize("query", [{"van": "gisteren"}, {"per": "hour"}, {"voor": "<script>"}, {"tot": ""}])
def test_what_is_said_wrongly_is_as_if_it_were_not_said(query: dict[str, str]) -> None:
    assert wanted(query, TODAY) == wanted({}, TODAY)


def test_dates_the_wrong_way_round_are_turned() -> None:
    want = wanted({"van": "2026-06-30", "tot": "2026-04-01"}, TODAY)
    assert (want.first, want.last) == (date(2026, 4, 1), date(2026, 6, 30))


def test_days_are_told_of_a_short_time_only() -> None:
    want = wanted({"van": "2020-01-01", "per": "day"}, TODAY)
    assert want.last - want.first == LONGEST["day"] == timedelta(days=62)


def test_for_outside_the_hub_chooses_by_what_where_nobody_did() -> None:
    want = wanted({"voor": "public"}, TODAY)
    assert want.by == "auto"
    assert want.command("00000000-0000-4000-8000-000000000000").by is UNSET
