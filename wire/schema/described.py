"""Every message of the contract in one table, with its channel, its schema and its examples."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from wire.answers import encode_answer, encode_refusal
from wire.commands import COMMANDS, Command
from wire.operations import OPERATIONS, ResultName
from wire.payload import encode
from wire.refusals import REFUSAL_TEXTS
from wire.schema import examples
from wire.schema.payloads import answer_schema
from wire.state import Board, Floor, Menu


@dataclass(frozen=True, slots=True)
class Described:
    """A message: its examples are JSON values, by name."""

    name: str
    title: str
    summary: str
    channel: str
    schema: str
    examples: Mapping[str, Any]


def _plain(message: Any) -> Any:
    return json.loads(encode(message))


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _command(name: str, kind: type[Command]) -> Described:
    shown = {name: examples.COMMANDS[name]}
    if name == "take-ticket":
        shown["a spare number"] = examples.SPARE
    plain = {label: _plain(command) for label, command in shown.items()}
    return Described(name, name, _first_line(kind), f"command-{name}", kind.__name__, plain)


def _answer(result: ResultName | None) -> Described:
    name = "answer" if result is None else f"answer-{result}".replace("_", "-")
    given = {} if result is None else {result: examples.RESULTS[result]}
    example = json.loads(encode_answer(examples.REQUEST, 42, **given))
    gives = f"with `{result}`" if result else "with nothing more to say"
    return Described(
        name, name, f"The command was carried out; {gives}.", "reply", answer_schema(result), {name: example}
    )


def _refusal() -> Described:
    shown: dict[str, Any] = {code: json.loads(encode_refusal(examples.REQUEST, code)) for code in REFUSAL_TEXTS}
    return Described("refusal", "refusal", "The command changed nothing.", "reply", "Refused", shown)


def _state(name: str, kind: type, example: Any) -> Described:
    return Described(name, name, _first_line(kind), name, kind.__name__, {name: _plain(example)})


def _all() -> Iterator[Described]:
    yield from (_command(name, kind) for name, kind in COMMANDS.items())
    yield from (_answer(result) for result in dict.fromkeys(operation.gives for operation in OPERATIONS.values()))
    yield _refusal()
    yield _state("menu", Menu, examples.MENU)
    yield _state("board", Board, examples.BOARD)
    yield _state("floor", Floor, examples.FLOOR)
    yield Described(
        "status", "status", "How a device is.", "status", "DeviceStatus", {"status": _plain(examples.STATUS)}
    )
    jobs = {name: _plain(job) for name, job in examples.JOBS.items()}
    yield Described("job", "job", "Something that a kiosk is to print.", "job", "Job", jobs)
    for name, event in examples.EVENTS.items():
        kind = type(event.data)
        yield Described(name, name, _first_line(kind), "event", f"{kind.__name__}Event", {name: _plain(event)})


MESSAGES: Final = tuple(_all())
