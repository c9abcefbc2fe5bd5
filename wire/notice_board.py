"""Messages that the broker keeps for other systems, put up by an account that may do only that."""

from typing import TYPE_CHECKING, Final

from wire.client import Unreachable
from wire.visit import visiting

if TYPE_CHECKING:
    from runtime.settings.model import Broker

LIMIT_S: Final = 5.0


def put_up(broker: "Broker", account: str, notices: dict[str, bytes], *, limit_s: float = LIMIT_S) -> None:
    """Publish each payload at its topic, retained.

    Raises:
        LoginRefused: the broker does not let this account in.
        Unreachable: there is no broker, or it did not take them all.
    """
    with visiting(broker, account, limit_s) as visit:
        refused = [topic for topic, payload in notices.items() if not visit.publish(topic, payload, is_retained=True)]
    if refused:
        raise Unreachable(f"the broker did not take {refused[0]} from {account}")
