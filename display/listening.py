"""What a display hears on the wire: the board and the hub's status, and of the rest nothing."""

import logging
from collections.abc import Callable
from typing import TypeVar

from board.turns import read_board
from runtime.logs import RateLimited
from wire.devices import DeviceStatus
from wire.link import Link
from wire.message import Message
from wire.payload import MAX_PAYLOAD_BYTES, Unreadable, read
from wire.state import Board
from wire.times import at_moment

noise = RateLimited(logging.getLogger(__name__))

Kind = TypeVar("Kind")
OnBoard = Callable[[Board, bool], None]
OnHub = Callable[[DeviceStatus, bool], None]


def listen(link: Link, hub: str, on_board: OnBoard, on_hub: OnHub) -> None:
    """Subscribe before the link starts; both are called on the network thread, with whether the message is live."""
    link.subscribe(link.topics.state("board"), lambda message: _hand_over(message, read_board, on_board))
    link.subscribe(link.topics.status(hub), lambda message: _hand_over(message, read_status, on_hub))


def read_status(payload: bytes) -> DeviceStatus:
    """The device's status in the payload.

    Raises:
        Unreadable: it is no status, is too large, or holds a time that is none.
    """
    status = read(payload, DeviceStatus, MAX_PAYLOAD_BYTES)
    try:
        at_moment(status.at)
    except ValueError as fault:
        raise Unreadable(f"no time in a status: {fault}") from fault
    return status


def _hand_over(message: Message, read: Callable[[bytes], Kind], then: Callable[[Kind, bool], None]) -> None:
    try:
        heard = read(message.payload)
    except Unreadable as fault:
        noise.warning(message.topic, "%s: dropped, %s", message.topic, fault)
        return
    then(heard, not message.is_retained)
