"""Sign-ins that went to the organisation and did not come back yet."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Final

PATIENCE_S: Final = 600
KEPT: Final = 200


def _random() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Pending:
    """What only the browser that began it and this console know."""

    begun_s: float
    token: str = field(default_factory=_random)
    state: str = field(default_factory=_random)
    nonce: str = field(default_factory=_random)
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))


class AllPending:
    """Each is good for one return, from the same browser, within ten minutes."""

    def __init__(self) -> None:
        self._by_token: OrderedDict[str, Pending] = OrderedDict()

    def begin(self, now_s: float) -> Pending:
        """One more."""
        pending = Pending(now_s)
        self._by_token[pending.token] = pending
        while len(self._by_token) > KEPT:
            self._by_token.popitem(last=False)
        return pending

    def take(self, token: str | None, state: str, now_s: float) -> Pending | None:
        """The one that this browser began, if the state that came back is its own; it is used up either way."""
        pending = self._by_token.pop(token or "", None)
        if pending is None or now_s - pending.begun_s > PATIENCE_S:
            return None
        return pending if compare_digest(pending.state.encode(), state.encode()) else None
