import json
from typing import get_args

import pytest

from wire.answers import Answer, Refused, decode_answer, encode_answer, encode_refusal
from wire.payload import Unreadable
from wire.refusals import REFUSAL_TEXTS, RefusalCode
from wire.schema import examples

ID = examples.REQUEST


def test_an_answer_has_its_id_its_revision_and_only_what_the_command_gives() -> None:
    payload = encode_answer(ID, 42, visit_id=examples.VISIT)
    assert payload == f'{{"request_id":"{ID}","ok":true,"revision":42,"visit_id":"{examples.VISIT}"}}'.encode()
    assert json.loads(encode_answer(ID, 1)) == {"request_id": ID, "ok": True, "revision": 1}


def test_an_answer_with_a_ticket_is_read_back() -> None:
    answer = decode_answer(encode_answer(ID, 42, ticket=examples.RESULTS["ticket"]))
    assert isinstance(answer, Answer)
    assert answer.ticket == examples.RESULTS["ticket"]
    assert answer.visit_id is None


def test_a_refusal_has_a_code_and_a_dutch_text() -> None:
    assert json.loads(encode_refusal(ID, "nobody-waiting")) == {
        "request_id": ID,
        "ok": False,
        "refusal": {"code": "nobody-waiting", "text": "Er wacht niemand."},
    }


def test_a_refusal_of_what_could_not_be_read_has_no_id() -> None:
    refused = decode_answer(encode_refusal(None, "bad-request"))
    assert isinstance(refused, Refused)
    assert refused.request_id is None
    assert refused.refusal.code == "bad-request"


def test_every_code_has_a_text() -> None:
    assert set(REFUSAL_TEXTS) == set(get_args(RefusalCode))
    assert all(text.endswith(".") for text in REFUSAL_TEXTS.values())


def test_fields_of_a_newer_hub_are_skipped() -> None:
    payload = json.dumps({"request_id": ID, "ok": True, "revision": 1, "weather": "sun"}).encode()
    assert decode_answer(payload) == Answer(request_id=ID, revision=1)


@pytest.mark.parametrize("payload", [b"", b"{}", b'{"ok":true}', b'{"ok":1}', b'{"ok":false}', b"[" * 100_000])
def test_what_is_no_answer_is_unreadable(payload: bytes) -> None:
    with pytest.raises(Unreadable):
        decode_answer(payload)
