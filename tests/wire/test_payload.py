import json

import pytest

from wire.devices import DeviceStatus, Job
from wire.payload import Unreadable, encode, read
from wire.schema import examples
from wire.state import Board, Floor, Menu, Snapshot


@pytest.mark.parametrize("snapshot", [examples.MENU, examples.BOARD, examples.FLOOR])
def test_a_snapshot_is_read_back_as_it_was_written(snapshot: Snapshot) -> None:
    assert read(encode(snapshot), type(snapshot)) == snapshot


def test_readers_skip_fields_that_they_do_not_know() -> None:
    newer = {**json.loads(encode(examples.BOARD)), "music": "soft"}
    assert read(json.dumps(newer).encode(), Board) == examples.BOARD


def test_the_stamp_comes_first_in_every_snapshot() -> None:
    for snapshot in (examples.MENU, examples.BOARD, examples.FLOOR):
        assert list(json.loads(encode(snapshot)))[:5] == ["epoch", "revision", "at", "day", "clock"]


def test_the_public_board_tells_no_topic_no_line_and_no_ticket() -> None:
    text = encode(examples.BOARD).decode()
    assert not [word for word in ("topic", "line", "ticket") if f'"{word}' in text]


def test_a_job_says_only_what_it_needs() -> None:
    job = examples.JOBS["test-page"]
    assert json.loads(encode(job)) == {"job_id": examples.JOB, "job": "test-page"}
    assert read(encode(job), Job) == job


def test_a_status_without_a_printer_reads_as_one_that_has_none() -> None:
    status = json.loads(encode(examples.STATUS))
    del status["printer"], status["facts"]
    assert read(json.dumps(status).encode(), DeviceStatus).printer.state == "none"


@pytest.mark.parametrize("kind", [Menu, Board, Floor, DeviceStatus, Job])
@pytest.mark.parametrize("payload", [b"", b"\xff", b"{}", b"[]", b"{" * 100_000, b'{"a":' * 100_000])
def test_what_is_no_such_message_is_unreadable(kind: type, payload: bytes) -> None:
    with pytest.raises(Unreadable, match=kind.__name__):
        read(payload, kind)


def test_a_message_that_is_larger_than_it_may_be_is_unreadable() -> None:
    payload = encode(examples.STATUS)
    assert read(payload, DeviceStatus, len(payload)) == examples.STATUS
    with pytest.raises(Unreadable, match="bytes are too many"):
        read(payload, DeviceStatus, len(payload) - 1)
