"""Nobody is led to another site from here."""

from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

ELSEWHERE = "evil.example"


@pytest.mark.parametrize(
    "path",
    [
        f"//{ELSEWHERE}",
        f"//{ELSEWHERE}/%2f..",
        f"/\\{ELSEWHERE}",
        f"/aanmelden?next=https://{ELSEWHERE}",
        f"/?url=https://{ELSEWHERE}&redirect=//{ELSEWHERE}",
        f"/balie?next=//{ELSEWHERE}",
        f"/balies/https://{ELSEWHERE}",
        f"/static//{ELSEWHERE}",
        f"/%0d%0aLocation:%20https://{ELSEWHERE}",
    ],
)
def test_an_address_leads_nowhere_else(house: Any, path: str) -> None:
    answer = httpx.get(httpx.URL(house.url).copy_with(raw_path=path.encode()), headers={"Host": ELSEWHERE})
    target = urlsplit(answer.headers.get("location", "/"))
    assert (target.scheme, target.netloc) == ("", "")
    assert target.path.startswith("/")
    assert ELSEWHERE not in answer.headers.get("location", "")
