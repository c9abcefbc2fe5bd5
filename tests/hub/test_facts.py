import json
from datetime import UTC, date, datetime

from hub.facts import decode_fact, encode_fact, kind_of
from queueing.facts import DayOpened


def test_a_fact_that_a_newer_version_wrote_more_into_is_still_read() -> None:
    fact = DayOpened(at=datetime(2026, 11, 22, 9, tzinfo=UTC), day=date(2026, 11, 22), uptime_s=1.0)
    body = json.dumps({**json.loads(encode_fact(fact)), "of_a_newer_version": 1}).encode()
    assert decode_fact(kind_of(fact), body) == fact
