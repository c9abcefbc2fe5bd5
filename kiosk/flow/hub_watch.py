"""Whether the hub is there."""

from typing import Final

AWAY_AFTER_S: Final = 25.0
"""Without a heartbeat for so long the hub is away, whatever it said last."""


class HubWatch:
    """What was last heard of the hub, and of the broker between."""

    def __init__(self) -> None:
        self.is_connected = False
        self._heard_s: float | None = None

    def hear(self, *, is_offline: bool, now_s: float) -> None:
        """Take in what the hub, or its last will, said."""
        self._heard_s = None if is_offline else now_s

    def is_here(self, now_s: float) -> bool:
        """Whether it is worth while to tell the hub something."""
        return self.is_connected and self._heard_s is not None and now_s - self._heard_s < AWAY_AFTER_S

    @property
    def away_s(self) -> float | None:
        """When the hub counts as away if nothing more is heard."""
        return None if self._heard_s is None else self._heard_s + AWAY_AFTER_S
