import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from wire.commands import COMMANDS
from wire.operations import OPERATIONS
from wire.schema.asyncapi import asyncapi

DOCUMENT = asyncapi()
MESSAGES: dict[str, Any] = DOCUMENT["components"]["messages"]


def validator(message: str) -> Draft202012Validator:
    return Draft202012Validator(
        {**MESSAGES[message]["payload"], "components": DOCUMENT["components"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def target(reference: str) -> Any:
    found: Any = DOCUMENT
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


def test_it_is_an_asyncapi_3_document_of_plain_json() -> None:
    assert DOCUMENT["asyncapi"] == "3.0.0"
    assert {"title", "version"} <= DOCUMENT["info"].keys()
    assert {"channels", "operations", "components"} <= DOCUMENT.keys()
    assert json.loads(json.dumps(DOCUMENT, allow_nan=False)) == DOCUMENT


def test_every_reference_leads_somewhere() -> None:
    found = list(references(DOCUMENT))
    assert len(found) > 100
    for reference in found:
        assert target(reference), reference


def test_every_operation_has_a_direction_a_channel_and_roles() -> None:
    for operation in DOCUMENT["operations"].values():
        assert operation["action"] in ("send", "receive")
        assert target(operation["channel"]["$ref"])["address"].startswith("beurt/v1/{branch}/")
        assert operation["x-roles"]


def test_every_command_is_an_operation_with_a_reply() -> None:
    assert COMMANDS.keys() == OPERATIONS.keys()
    for name in COMMANDS:
        operation = DOCUMENT["operations"][name]
        assert operation["action"] == "receive"
        assert {"$ref": "#/channels/reply/messages/refusal"} in operation["reply"]["messages"]


def test_every_parameter_of_an_address_is_declared() -> None:
    for channel in DOCUMENT["channels"].values():
        for name in ("branch", "client", "device"):
            assert (f"{{{name}}}" in channel["address"]) == (name in channel["parameters"])


@pytest.mark.parametrize("name", MESSAGES)
def test_every_schema_is_sound_and_takes_its_examples(name: str) -> None:
    Draft202012Validator.check_schema({**MESSAGES[name]["payload"], "components": DOCUMENT["components"]})
    assert MESSAGES[name]["examples"]
    for example in MESSAGES[name]["examples"]:
        validator(name).validate(example["payload"])


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_with_an_unknown_field_is_against_its_schema(name: str) -> None:
    example = MESSAGES[name]["examples"][0]["payload"]
    assert not validator(name).is_valid({**example, "name": "Jan"})
    assert not validator(name).is_valid({**example, "request_id": "1"})


def test_an_answer_is_no_refusal() -> None:
    answer = MESSAGES["answer-ticket"]["examples"][0]["payload"]
    assert not validator("refusal").is_valid(answer)
    assert not validator("answer-ticket").is_valid({**answer, "ok": False})
