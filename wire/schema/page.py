"""Writes docs/wire.md from the contract: `python -m wire.schema.page > docs/wire.md`."""

import json
import re
import sys
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wire.operations import OPERATIONS
from wire.schema.asyncapi import address_of, asyncapi

_TEMPLATE: Final = "page.md.jinja"
_LINE_LENGTH: Final = 120


def page() -> str:
    """The page, in Markdown."""
    document = asyncapi()
    schemas = document["components"]["schemas"]
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,  # noqa: S701 - the page is Markdown, and all that is in it is our own
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    written = templates.get_template(_TEMPLATE).render(
        messages=document["components"]["messages"],
        operations=OPERATIONS,
        address_of=address_of,
        fields=lambda message: _fields(schemas[message["payload"]["$ref"].rpartition("/")[2]], schemas),
        fields_of=lambda name: _fields(schemas[name], schemas),
        shown=_shown,
        line=_line,
    )
    return re.sub(r"\n{3,}", "\n\n", written)


def _line(example: Any) -> str:
    return json.dumps(example, ensure_ascii=False)


def _shown(example: Any) -> str:
    short = _line(example)
    return short if len(short) <= _LINE_LENGTH else json.dumps(example, ensure_ascii=False, indent=2)


def _fields(schema: dict[str, Any], schemas: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Name, whether it is needed, and what it may be; for each field in order."""
    needed = schema.get("required", ())
    return [
        (name, "yes" if name in needed else "", _kind(part, schemas)) for name, part in schema["properties"].items()
    ]


def _kind(schema: dict[str, Any], schemas: dict[str, Any]) -> str:
    if "$ref" in schema:
        return f"a [{schema['$ref'].rpartition('/')[2]}](#{schema['$ref'].rpartition('/')[2].lower()})"
    if "anyOf" in schema:
        return " or ".join(_kind(part, schemas) for part in schema["anyOf"])
    if "const" in schema:
        return f"`{json.dumps(schema['const'])}`"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    return _plain_kind(schema, schemas)


def _plain_kind(schema: dict[str, Any], schemas: dict[str, Any]) -> str:
    if schema["type"] == "array":
        bounds = f", {schema['minItems']} to {schema['maxItems']}" if "maxItems" in schema else ""
        return f"list of {_kind(schema['items'], schemas)}{bounds}"
    if schema["type"] == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"object of {_kind(schema['additionalProperties'], schemas)} by name"
    words = {"boolean": "`true` or `false`", "integer": "whole number", "null": "`null`", "string": "text"}
    formats = {"date-time": "moment", "date": "date", "uuid": "identifier"}
    kind = (
        schema.get("description") or formats.get(schema.get("format", "")) or words.get(schema["type"], schema["type"])
    )
    return f"{kind}, {schema['minimum']} or more" if "minimum" in schema else kind


if __name__ == "__main__":
    sys.stdout.write(page())
