"""Whether the hub is there, and the last time that its clock told."""

from datetime import datetime
from typing import Final

from wire.devices import DeviceStatus
from wire.times import at_moment

AWAY_AFTER_S: Final = 25.0


class Presence:
    """Follows the hub's heartbeat; `now_s` is the reader's own steady clock.

    The hub is away when its status says so or after 25 s without a heartbeat. A retained status is no heartbeat: it
    may be of any age.
    """

    def __init__(self, now_s: float) -> None:
        self._heard_s = now_s
        self._is_offline = False
        self.last_time: datetime | None = None
        """When the hub was last heard, by its own clock: what is on the screen is the state of then."""

    def heard_status(self, status: DeviceStatus, *, is_live: bool, now_s: float) -> None:
        """Take in what the hub's status says."""
        self._is_offline = status.state == "offline"
        if self._is_offline:
            return
        self.heard_time(at_moment(status.at), is_live=is_live)
        if is_live:
            self._heard_s = now_s

    def heard_time(self, time: datetime, *, is_live: bool) -> None:
        """Take in a time of the hub's clock; of retained ones the latest counts, they come in any order."""
        if is_live or self.last_time is None or time > self.last_time:
            self.last_time = time

    def is_away(self, now_s: float) -> bool:
        """Whether nobody keeps the board up to date."""
        return self._is_offline or now_s - self._heard_s > AWAY_AFTER_S
