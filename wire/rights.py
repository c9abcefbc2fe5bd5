"""Who may publish what, and who receives what: the table that a broker enforces, one account at a time."""

from dataclasses import dataclass
from typing import Final

from wire.operations import OPERATIONS, Role
from wire.topics import Topics

BROKER_FIGURES: Final = "$SYS/broker/#"
"""What Mosquitto tells about itself; for the monitor."""


@dataclass(frozen=True, slots=True)
class Rights:
    """The topics and filters that an account may publish to, and those of which it receives."""

    publishes: tuple[str, ...]
    receives: tuple[str, ...]


def rights(topics: Topics, account: str, role: Role, hub: str) -> Rights:
    """What an account may do in its role; `hub` is the device that owns the queue."""
    publishes = _commands(topics, role)
    # A monitor is no device: it has no status.
    if role != "monitor":
        publishes += (topics.status(account),)
    return Rights(publishes + _said_by(topics, role), _heard_by(topics, account, role, hub))


def _commands(topics: Topics, role: Role) -> tuple[str, ...]:
    return tuple(topics.command(name) for name, operation in OPERATIONS.items() if role in operation.roles)


def _said_by(topics: Topics, role: Role) -> tuple[str, ...]:
    return (topics.states, topics.replies, topics.event, topics.jobs) if role == "hub" else ()


def _heard_by(topics: Topics, account: str, role: Role, hub: str) -> tuple[str, ...]:
    match role:
        case "hub":
            return topics.commands, topics.statuses
        case "kiosk":
            return topics.state("menu"), topics.status(hub), topics.reply(account), topics.job(account)
        case "display":
            return topics.state("board"), topics.status(hub)
        case "console":
            return topics.states, topics.statuses, topics.reply(account)
        case "monitor":
            return topics.statuses, topics.event, topics.reply(account), BROKER_FIGURES
