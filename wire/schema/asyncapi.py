"""The contract as an AsyncAPI 3.0 document, made from the message classes, as the hub sees it."""

from typing import Any, Final

from wire.names import NAME
from wire.operations import OPERATIONS, RECEIVERS, Role
from wire.schema.described import MESSAGES, Described
from wire.schema.payloads import REFERENCE, payload_schemas
from wire.topics import Topics

Document = dict[str, Any]

_MQTT_BINDING: Final = "0.2.0"
_PARAMETERS: Final = {
    "branch": f"The id of the branch: {NAME}.",
    "client": "The client id, which is the user name and the device.",
    "device": "The device, which is its client id.",
}
_topics: Final = Topics("the-branch")
_ADDRESSES: Final = {
    **{f"command-{name}": _topics.command(name) for name in OPERATIONS},
    "reply": _topics.reply("the-client"),
    "menu": _topics.state("menu"),
    "board": _topics.state("board"),
    "floor": _topics.state("floor"),
    "status": _topics.status("the-device"),
    "job": _topics.job("the-device"),
    "event": _topics.event,
}


def asyncapi() -> Document:
    """The whole document, in JSON values."""
    return {
        "asyncapi": "3.0.0",
        "info": _info(),
        "defaultContentType": "application/json",
        "channels": {name: _channel(name) for name in _ADDRESSES},
        "operations": _operations(),
        "components": {
            "messages": {message.name: _message(message) for message in MESSAGES},
            "schemas": payload_schemas(),
        },
    }


def address_of(channel: str) -> str:
    """The topic of a channel, with its parameters in braces."""
    address = _ADDRESSES[channel]
    for name in _PARAMETERS:
        address = address.replace(f"the-{name}", f"{{{name}}}")
    return address


def _info() -> Document:
    return {
        "title": "Aan de beurt",
        "version": "1.0.0",
        "description": (
            "How the hub, kiosks, displays and consoles of one branch speak over MQTT 5, as the hub sees it. "
            "The `x-roles` of an operation are those that send what the hub receives, or receive what it sends."
        ),
        "license": {"name": "EUPL-1.2", "url": "https://joinup.ec.europa.eu/page/eupl-text-11-12"},
    }


def _channel(name: str) -> Document:
    address = address_of(name)
    return {
        "address": address,
        "parameters": {key: {"description": text} for key, text in _PARAMETERS.items() if f"{{{key}}}" in address},
        "messages": {
            message.name: {"$ref": f"#/components/messages/{message.name}"}
            for message in MESSAGES
            if message.channel == name
        },
    }


def _message(message: Described) -> Document:
    described: Document = {
        "name": message.name,
        "title": message.title,
        "summary": message.summary,
        "contentType": "application/json",
        "payload": {"$ref": REFERENCE + message.schema},
        "examples": [{"name": name, "payload": payload} for name, payload in message.examples.items()],
    }
    if message.channel.startswith("command-"):
        described["headers"] = _request_properties()
    if message.channel == "reply" or message.channel.startswith("command-"):
        described["correlationId"] = {
            "description": "The MQTT 5 correlation data, echoed byte for byte.",
            "location": "$message.header#/correlationData",
        }
    return described


def _request_properties() -> Document:
    return {
        "type": "object",
        "description": "Properties of the MQTT 5 packet.",
        "properties": {
            "responseTopic": {"type": "string", "description": f"{address_of('reply')}; left out: no answer"},
            "correlationData": {"type": "string", "contentEncoding": "base64"},
            "messageExpiryInterval": {"type": "integer", "minimum": 1, "maximum": 10},
        },
        "required": ["messageExpiryInterval"],
    }


def _operations() -> Document:
    return {
        **{name: _command_operation(name) for name in OPERATIONS},
        "hear-status": _operation("receive", "status", RECEIVERS["status"], is_retained=True),
        **{f"send-{channel}": _sending(channel) for channel in RECEIVERS},
    }


def _sending(channel: str) -> Document:
    return _operation("send", channel, RECEIVERS[channel], is_retained=channel not in ("job", "event"))


def _command_operation(name: str) -> Document:
    operation = OPERATIONS[name]
    answer = f"answer-{operation.gives}".replace("_", "-") if operation.gives else "answer"
    described = _operation("receive", f"command-{name}", operation.roles, is_retained=False)
    described["reply"] = {
        "address": {"location": "$message.header#/responseTopic"},
        "channel": {"$ref": "#/channels/reply"},
        "messages": [{"$ref": f"#/channels/reply/messages/{kind}"} for kind in (answer, "refusal")],
    }
    return described


def _operation(action: str, channel: str, roles: tuple[Role, ...], *, is_retained: bool) -> Document:
    return {
        "action": action,
        "channel": {"$ref": f"#/channels/{channel}"},
        "bindings": {"mqtt": {"qos": 1, "retain": is_retained, "bindingVersion": _MQTT_BINDING}},
        "x-roles": list(roles),
    }
