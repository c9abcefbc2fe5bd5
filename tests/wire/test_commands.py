import json
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import UNSET

from wire.commands import COMMANDS, Question, Report, TakeTicket, Undecodable, decode, name_of
from wire.payload import encode
from wire.schema import examples

ID = "0b6f8d34-54f1-4f0c-9b39-6a1f5a0f6c11"
OTHER_ID = "5d0c2a6e-7f43-1a5b-8a55-2f1e0d9c8b7a"


def refused(name: str, payload: bytes | dict[str, Any]) -> Undecodable:
    with pytest.raises(Undecodable) as caught:
        decode(name, payload if isinstance(payload, bytes) else json.dumps(payload).encode())
    return caught.value


def taking(**fields: Any) -> dict[str, Any]:
    return {"request_id": ID, "device": "kiosk-1", **fields}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_comes_back_as_it_was_written(name: str) -> None:
    command = examples.COMMANDS[name]
    assert name_of(command) == name
    assert decode(name, encode(command)) == command


def test_what_was_left_out_is_left_out_of_the_payload_too() -> None:
    assert json.loads(encode(TakeTicket(request_id=ID, device="kiosk-1"))) == taking()
    assert decode("take-ticket", encode(taking())).topic is UNSET  # type: ignore[attr-defined]


def test_from_is_from_on_the_wire() -> None:
    report = decode("report", encode({"request_id": ID, "from": "2026-01-01", "to": "2026-01-01"}))
    assert isinstance(report, Report)
    assert report.from_ == date(2026, 1, 1)


def test_a_spare_number_is_handed_in_with_its_age() -> None:
    command = decode("take-ticket", encode(taking(spare_number="Z7", taken_ago_s=12, instead_of=OTHER_ID)))
    assert isinstance(command, TakeTicket)
    assert command.taken_ago_s == 12.0


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("take-ticket", taking(colour="blue")),
        ("take-ticket", taking(topic=None)),
        ("take-ticket", taking(device="Kiosk 1")),
        ("take-ticket", taking(device="kiosk-1\n")),
        ("take-ticket", taking(device=1)),
        ("take-ticket", taking(fetch_me="true")),
        ("take-ticket", taking(fetch_me=1)),
        ("take-ticket", taking(taken_ago_s=3)),
        ("take-ticket", taking(spare_number="Z7", taken_ago_s="3")),
        ("take-ticket", taking(spare_number="Z7", taken_ago_s=True)),
        ("take-ticket", taking(spare_number="Z7", taken_ago_s=-0.5)),
        ("take-ticket", taking(spare_number="z7", taken_ago_s=3)),
        ("take-ticket", taking(spare_number="Z0", taken_ago_s=3)),
        ("take-ticket", taking(spare_number="7", taken_ago_s=3)),
        ("take-ticket", taking(spare_number="Z1234567", taken_ago_s=3)),
        ("take-ticket", taking(spare_number="Z7", instead_of="27")),
        ("fetch-me", {"request_id": ID, "ticket_id": OTHER_ID}),
        ("own-language", {"request_id": ID, "ticket_id": OTHER_ID}),
        ("own-language", {"request_id": ID, "ticket_id": OTHER_ID, "own_language": None}),
        ("report-print", {"request_id": ID, "ticket_id": OTHER_ID, "device": "kiosk-1", "paper": "eaten"}),
        ("report-print", {"request_id": ID, "ticket_id": OTHER_ID, "device": "k", "paper": "failed", "cause": "It is"}),
        ("open-desk", {"request_id": ID, "desk": "1", "lines": []}),
        ("open-desk", {"request_id": ID, "desk": "1", "lines": ["ido"] * 41}),
        ("open-desk", {"request_id": ID, "desk": "1", "lines": "ido"}),
        ("call-next", {"request_id": ID}),
        ("call-ticket", {"request_id": ID, "desk": "1", "ticket_id": OTHER_ID, "reason": "friend"}),
        ("finish-visit", {"request_id": ID, "desk": "1", "questions": []}),
        ("finish-visit", {"request_id": ID, "desk": "1", "questions": None}),
        ("finish-visit", {"request_id": ID, "desk": "1", "questions": [{"topic": "digid"}]}),
        ("finish-visit", {"request_id": ID, "desk": "1", "questions": [{"outcome": "helped", "note": "Jan"}]}),
        ("finish-visit", {"request_id": ID, "desk": "1", "questions": [{"outcome": "helped"}] * 21}),
        ("register-question", {"request_id": ID, "channel": "post", "questions": [{"outcome": "helped"}]}),
        ("why", {"request_id": ID, "number": "027"}),
        ("why", {"request_id": ID, "number": 27}),
        ("report", {"request_id": ID, "from": "2026-02-30", "to": "2026-03-01"}),
        ("report", {"request_id": ID, "from": "2026-03-02", "to": "2026-03-01"}),
        ("report", {"request_id": ID, "from": "2026-03-01T00:00:00Z", "to": "2026-03-02"}),
        ("report", {"request_id": ID, "from": "2026-03-01", "to": "2026-03-02", "by": "week"}),
        ("report-public", {"request_id": ID, "from": "2026-03-01", "to": "2026-03-02", "audience": "internal"}),
        ("fly", {"request_id": ID}),
        ("", {"request_id": ID}),
    ],
)
def test_a_faulty_command_is_undecodable_and_keeps_its_request_id(name: str, payload: dict[str, Any]) -> None:
    assert refused(name, payload).request_id == ID


@pytest.mark.parametrize(
    "request_id", [OTHER_ID, ID.upper(), ID.replace("-", ""), f"{ID}\n", "", 7, None, [ID], {"id": ID}]
)
def test_a_request_id_that_is_no_random_uuid_is_not_repeated(request_id: Any) -> None:
    assert refused("close-day", {"request_id": request_id}).request_id is None


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"null",
        b"[]",
        b'"close-day"',
        b"{",
        b"\xff\xfe",
        b"\x00" * 100,
        b"[" * 200_000,
        b'{"request_id":' * 50_000,
        b"{" + b" " * 100_000,
        b'{"request_id": NaN}',
        b'{"request_id": 1' + b"0" * 5000 + b"}",
        b'{"request_id": "\\ud800"}',
    ],
)
def test_what_is_no_command_at_all_is_undecodable_without_a_request_id(payload: bytes) -> None:
    assert refused("close-day", payload).request_id is None


@pytest.mark.parametrize("age", ["1e999", "NaN", "Infinity", "-1e-3", "9" * 400])
def test_an_age_is_a_finite_number(age: str) -> None:
    payload = json.dumps(taking(spare_number="Z7")).removesuffix("}") + f', "taken_ago_s": {age}}}'
    refused("take-ticket", payload.encode())


def test_a_key_that_comes_twice_breaks_nothing() -> None:
    payload = b'{"request_id":"%s","desk":"1","desk":"2"}' % ID.encode()
    assert decode("call-next", payload).desk == "2"  # type: ignore[attr-defined]


def test_the_reason_fits_on_one_line_of_a_log() -> None:
    reason = refused("close-day", {"request_id": ID, "x\n\x1b[31m" + "y" * 1000: 1}).reason
    assert len(reason) <= 200
    assert reason.isprintable()


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)
_fields = sorted({field for kind in COMMANDS.values() for field in kind.__struct_encode_fields__} | {"questions"})
_likely = st.dictionaries(
    st.sampled_from(_fields),
    _json | st.sampled_from([ID, "1", "kiosk-1", "Z7", True, 3, "2026-01-01", [{"outcome": "helped"}], ["ido"]]),
)


def is_decoded_or_undecodable(name: str, payload: bytes) -> bool:
    try:
        command = decode(name, payload)
    except Undecodable as fault:
        return fault.request_id in (None, ID)
    return name_of(command) == name and decode(name, encode(command)) == command


@given(st.sampled_from(sorted(COMMANDS)), st.binary(max_size=300))
def test_any_bytes_are_a_command_or_undecodable(name: str, payload: bytes) -> None:
    assert is_decoded_or_undecodable(name, payload)


@given(st.sampled_from(sorted(COMMANDS)), _json)
def test_any_json_is_a_command_or_undecodable(name: str, value: Any) -> None:
    assert is_decoded_or_undecodable(name, json.dumps(value).encode())


@given(st.sampled_from(sorted(COMMANDS)), _likely)
@example("take-ticket", taking(spare_number="Z7", taken_ago_s=0))
def test_any_known_fields_are_a_command_or_undecodable(name: str, fields: dict[str, Any]) -> None:
    assert is_decoded_or_undecodable(name, json.dumps({"request_id": ID, **fields}).encode())


def test_a_question_needs_only_its_outcome() -> None:
    assert json.loads(encode(Question(outcome="helped"))) == {"outcome": "helped"}
