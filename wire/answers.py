"""What the hub answers: results and refusals, and how both sides write and read them."""

from dataclasses import dataclass
from typing import Any, Literal

from msgspec import Struct

from wire.names import Id
from wire.payload import encode, read
from wire.refusals import REFUSAL_TEXTS, Refusal, RefusalCode
from wire.times import At

TicketState = Literal["waiting", "calling", "at-desk", "parked", "missed", "done", "withdrawn"]
Silence = Literal["not-connected", "timed-out", "not-allowed", "too-many"]


class Ticket(Struct, frozen=True, kw_only=True):
    """A ticket as an answer, a job and the floor show it; `taken_at` is the hub's time."""

    ticket_id: Id
    number: str
    line: str
    topic: str | None
    language: str
    fetch_me: bool
    taken_at: At
    people_before: int
    state: TicketState


class Table(Struct, frozen=True, kw_only=True):
    """A table of figures; protected counts are texts."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    note: str | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """A command that was carried out; only what the command gives is there."""

    request_id: Id
    ok: bool = True
    revision: int
    ticket: Ticket | None = None
    walk_to: str | None = None
    visit_id: Id | None = None
    job_id: Id | None = None
    steps: tuple[dict[str, Any], ...] | None = None
    tables: tuple[Table, ...] | None = None


class Refused(Struct, frozen=True, kw_only=True):
    """A command that changed nothing; without `request_id` where the hub could not read one."""

    request_id: Id | None
    ok: bool = False
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """What a client knows when it heard nothing: the command may or may not have been carried out."""

    why: Silence


class _Verdict(Struct, frozen=True):
    ok: bool


def encode_answer(request_id: str, revision: int, **result: Any) -> bytes:
    """The payload of an answer; `result` is what the command gives (`ticket`, `visit_id`, ...)."""
    return encode({"request_id": request_id, "ok": True, "revision": revision, **result})


def encode_refusal(request_id: str | None, code: RefusalCode) -> bytes:
    """The payload of a refusal, with its Dutch text."""
    return encode(Refused(request_id=request_id, refusal=Refusal(code, REFUSAL_TEXTS[code])))


def decode_answer(payload: bytes) -> Answer | Refused:
    """What the hub answered.

    Raises:
        Unreadable: it is no answer.
    """
    return read(payload, Answer) if read(payload, _Verdict).ok else read(payload, Refused)
