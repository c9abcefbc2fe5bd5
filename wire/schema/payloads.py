"""JSON Schemas of all payloads, made from the message classes."""

from collections.abc import Iterable
from typing import Any, Final

import msgspec

from wire.answers import Answer, Refused, Table, Ticket
from wire.commands import COMMANDS
from wire.devices import DeviceStatus, Job
from wire.events import EVENT_NAMES, DayClosed, DeviceChanged, Event, VisitRegistered
from wire.operations import OPERATIONS, ResultName
from wire.state import Board, Floor, Menu

Schema = dict[str, Any]

REFERENCE: Final = "#/components/schemas/"

_EVENTS: Final = (Event[VisitRegistered], Event[DayClosed], Event[DeviceChanged])
_KINDS: Final = (*COMMANDS.values(), Refused, Menu, Board, Floor, DeviceStatus, Job, Ticket, Table, *_EVENTS)
_ALWAYS_THERE: Final = ("request_id", "ok", "revision")
_SOMETIMES_THERE: Final[dict[ResultName | None, tuple[str, ...]]] = {"ticket": ("walk_to",)}


def payload_schemas() -> dict[str, Schema]:
    """The schema of each payload and of its parts, by name."""
    _, made = msgspec.json.schema_components(_KINDS, ref_template=REFERENCE + "{name}")
    schemas = {event_schema(name) or name: _portable(schema) for name, schema in made.items()}
    schemas["Refused"]["properties"]["ok"] = {"const": False}
    schemas["Refused"]["required"].append("ok")
    for kind in EVENT_NAMES:
        _fix_event(schemas[f"{kind.__name__}Event"], f"{kind.__name__}Event")
    for result in dict.fromkeys(operation.gives for operation in OPERATIONS.values()):
        schemas[answer_schema(result)] = _answer(result)
    return dict(sorted(schemas.items()))


def answer_schema(result: ResultName | None) -> str:
    """The name of the schema of an answer that gives that result."""
    return "Answer" + "".join(part.capitalize() for part in (result or "").split("_"))


def event_schema(made: str) -> str | None:
    """The name of the schema of an event, from the one that msgspec gave it; None for anything else."""
    return made.removeprefix("Event_").removesuffix("_") + "Event" if made.startswith("Event_") else None


def _answer(result: ResultName | None) -> Schema:
    _, made = msgspec.json.schema_components([Answer], ref_template=REFERENCE + "{name}")
    names = (*_ALWAYS_THERE, result) if result else _ALWAYS_THERE
    given = (*names, *_SOMETIMES_THERE.get(result, ()))
    properties = {name: _without_null(made["Answer"]["properties"][name]) for name in given}
    properties["ok"] = {"const": True}
    return {"title": answer_schema(result), "type": "object", "properties": properties, "required": [*names]}


def _without_null(schema: Schema) -> Schema:
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    return kinds[0] if kinds else schema


def _fix_event(schema: Schema, name: str) -> None:
    schema["title"] = name
    properties = schema["properties"]
    for fixed in ("specversion", "sequencetype", "datacontenttype"):
        properties[fixed] = {"const": properties[fixed]["default"]}
    schema["required"] = [field for field in properties if field != "time"]


def _portable(schema: Any) -> Any:
    """The same schema with patterns as other languages write them."""
    if isinstance(schema, dict):
        return {name: _pattern(value) if name == "pattern" else _portable(value) for name, value in schema.items()}
    if isinstance(schema, Iterable) and not isinstance(schema, str):
        return [_portable(part) for part in schema]
    return schema


def _pattern(pattern: str) -> str:
    return "^" + pattern.removeprefix(r"\A").removesuffix(r"\Z") + "$"
