import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from wire.commands import COMMANDS, decode, name_of
from wire.payload import encode
from wire.schema.asyncapi import asyncapi
from wire.schema.page import page

DOCUMENT = asyncapi()
TEXT = (Path(__file__).parents[3] / "docs" / "wire.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```jsonl? (\S+)\n(.*?)^```", TEXT, flags=re.MULTILINE | re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """The name of the message and the text, of every example on the page."""
    return [(name, text) for name, block in BLOCKS for text in (block.splitlines() if name == "refusal" else [block])]


def test_the_page_is_what_the_contract_makes_of_it() -> None:
    assert page() == TEXT, "run: python -m wire.schema.page > docs/wire.md"


def test_every_message_has_an_example_on_the_page() -> None:
    assert {name for name, _ in examples()} == set(DOCUMENT["components"]["messages"])


def test_every_block_of_json_says_which_message_it_is() -> None:
    assert TEXT.count("```json") == len(BLOCKS)


@pytest.mark.parametrize(("name", "text"), examples())
def test_every_example_on_the_page_fits_its_schema(name: str, text: str) -> None:
    schema = {**DOCUMENT["components"]["messages"][name]["payload"], "components": DOCUMENT["components"]}
    Draft202012Validator(schema).validate(json.loads(text))


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, text in examples() if name in COMMANDS])
def test_every_example_of_a_command_is_decoded(name: str, text: str) -> None:
    command = decode(name, text.encode())
    assert name_of(command) == name
    assert json.loads(encode(command)) == json.loads(text)
