"""What every box of ours has alike, so that a branch file need not say it: the defaults below organisation.toml."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from runtime.settings.sense.places import is_loopback

ETC: Final = "/etc/beurt"
TLS_PORT: Final = 8883
MONITOR: Final = "monitor"

Tables = dict[str, Any]


def conventions(tables: Tables) -> Tables:
    """The defaults for what a branch file and its organisation's file say together."""
    accounts = {name: {"password_file": f"{ETC}/secrets/{name}"} for name in (*_devices(tables), MONITOR)}
    broker: Tables = {"socket": "/run/mosquitto/beurt.sock", "accounts": accounts}
    if not is_loopback(str(_table(tables, "broker").get("host", "localhost"))):
        broker |= {"port": TLS_PORT, "tls_ca": f"{ETC}/ca.crt"}
    return {
        "broker": broker,
        "console": {
            "listen": "0.0.0.0:8443",
            "tls_certificate": f"{ETC}/console.crt",
            "tls_key": f"{ETC}/console.key",
            "staff_password_file": f"{ETC}/secrets/staff.argon2",
            "coordinator_password_file": f"{ETC}/secrets/coordinator.argon2",
        },
        "service": {"pin_file": f"{ETC}/secrets/service.argon2"},
    }


def toml(table: Mapping[str, Any]) -> str:
    """A table of tables, lists and plain values as TOML."""
    return "\n".join(_rows(table, ())) + "\n"


def _devices(tables: Tables) -> Iterator[str]:
    for name, default in (("hub", "hub-1"), ("console", "console-1")):
        yield str(_table(tables, name).get("device", default))
    for name, default in (("kiosks", "kiosk-1"), ("displays", "display-1")):
        found = tables.get(name, [{}])
        for each in found if isinstance(found, list) else []:
            yield str(each.get("device", default)) if isinstance(each, dict) else default


def _table(tables: Tables, name: str) -> Tables:
    found = tables.get(name)
    return found if isinstance(found, dict) else {}


def _rows(table: Mapping[str, Any], at: tuple[str, ...]) -> Iterator[str]:
    for key, value in table.items():
        if not isinstance(value, Mapping):
            yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield f"\n[{'.'.join(map(_key, (*at, key)))}]"
            yield from _rows(value, (*at, key))


def _value(value: Any) -> str:
    match value:
        case Mapping():
            return "{ " + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + " }"
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case str():
            return _text(value)
        case bool() | int() | float():
            return str(value).lower()
    # TOML's own dates and times look as Python writes them.
    return str(value.isoformat())


def _key(text: str) -> str:
    is_bare = text.isascii() and text.replace("-", "").replace("_", "").isalnum()
    return text if is_bare else _text(text)


def _text(text: str) -> str:
    """A basic string: JSON's escapes are TOML's too, but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
