import json
from datetime import date
from uuid import UUID

import pytest

from wire.events import DayClosed, VisitRegistered, encode_event, source_of
from wire.schema import examples

SOURCE = source_of("kvknr:00000000", "hengelo")
TOTALS = DayClosed(
    date=date(2026, 3, 10), taken=31, withdrawn=1, helped=27, unregistered=2, nobody_there=1, did_not_come=2
)
VISIT: VisitRegistered = examples.EVENTS["visit-registered"].data


def test_the_source_names_the_organisation_and_the_branch() -> None:
    assert SOURCE == "urn:nld:kvknr:00000000:systeem:beurt:hengelo"


def test_an_event_is_a_cloud_event_with_a_sequence() -> None:
    event = json.loads(encode_event(SOURCE, 7, TOTALS, time="2026-03-10T19:00:00.000Z"))
    assert UUID(event.pop("id")).version == 4
    data = event.pop("data")
    assert event == {
        "specversion": "1.0",
        "source": SOURCE,
        "type": "nl.bibliotheken.wachtrij.day-closed.v1",
        "time": "2026-03-10T19:00:00.000Z",
        "sequence": "7",
        "sequencetype": "integer",
        "datacontenttype": "application/json",
    }
    assert data["date"] == "2026-03-10"


def test_a_registered_visit_has_no_time() -> None:
    assert "time" not in json.loads(encode_event(SOURCE, 8, VISIT))
    with pytest.raises(ValueError, match="no time"):
        encode_event(SOURCE, 8, VISIT, time="2026-03-10T19:00:00.000Z")
