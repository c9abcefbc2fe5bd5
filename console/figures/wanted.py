"""Which figures are wanted: from when to when, by what, and for whom; what an address says, or a sensible choice."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, cast, get_args
from urllib.parse import urlencode

from msgspec import UNSET

from runtime.texts import mark
from wire.commands import Report

By = Literal["auto", "day", "month", "quarter", "year"]
Audience = Literal["internal", "public"]

BY: Final[dict[By, str]] = {
    "auto": mark("Waarbij het meeste te zien is"),
    "day": mark("Per dag"),
    "month": mark("Per maand"),
    "quarter": mark("Per kwartaal"),
    "year": mark("Per jaar"),
}
AUDIENCES: Final[dict[Audience, str]] = {
    "internal": mark("Voor onszelf: precies"),
    "public": mark("Voor anderen: kleine aantallen beschermd"),
}
LONGEST: Final = {
    "auto": timedelta(days=800),
    "day": timedelta(days=62),
    "month": timedelta(days=800),
    "quarter": timedelta(days=2000),
    "year": timedelta(days=8000),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Dates are local and both included."""

    first: date
    last: date
    by: By
    audience: Audience

    @property
    def query(self) -> str:
        """The same, in an address."""
        fields = {"van": self.first, "tot": self.last, "per": self.by, "voor": self.audience}
        return urlencode({name: str(value) for name, value in fields.items()})

    def command(self, request_id: str) -> Report:
        """What the hub is asked."""
        by = UNSET if self.by == "auto" else self.by
        return Report(request_id=request_id, from_=self.first, to=self.last, by=by, audience=self.audience)


def wanted(query: dict[str, str], today: date) -> Wanted:
    """What an address asks for; what it says wrongly is as if it were not said."""
    audience = cast("Audience", query["voor"]) if query.get("voor") in get_args(Audience) else "internal"
    otherwise: By = "auto" if audience == "public" else "month"
    by = cast("By", query["per"]) if query.get("per") in get_args(By) else otherwise
    first = _date(query.get("van", "")) or date(today.year, 1, 1)
    last = _date(query.get("tot", "")) or today
    if last < first:
        first, last = last, first
    return Wanted(max(first, last - LONGEST[by]), last, by, audience)


def _date(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
