"""What all snapshots are made from, and what they have in common."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from queueing.branch import Branch
from queueing.free_desks import is_somebody_alone
from queueing.intake import Door, door
from queueing.moment import Moment
from runtime.settings.model import Settings
from wire.times import at_text


@dataclass(frozen=True)
class View:
    """The branch at one moment."""

    settings: Settings
    branch: Branch
    epoch: str
    now: Moment

    @cached_property
    def door(self) -> Door:
        """What a visitor finds."""
        return door(self.branch.picture, self.branch.plan, self.now)

    @cached_property
    def is_somebody_alone(self) -> bool:
        """Whether somebody waits, no desk is free for them and nobody said that they come."""
        return is_somebody_alone(self.branch.picture, self.now)

    def head(self) -> dict[str, Any]:
        """What every snapshot carries; revision and time are put in when it is sent."""
        day = self.branch.picture.day
        return {
            "epoch": self.epoch,
            "revision": 0,
            "at": "",
            "day": day.isoformat() if day else None,
            "clock": "trusted" if self.now.is_trusted else "untrusted",
        }

    def opening(self) -> dict[str, Any]:
        """What menu and board say of the door."""
        entrance = self.door
        return {
            "branch_name": self.settings.branch.name,
            "intake": "open" if entrance.is_open else "closed",
            "notice": entrance.notice,
            "opens_at": _text(entrance.opens_at),
            "closes_at": _text(entrance.closes_at),
            "staffed": entrance.staffed,
            "coming": entrance.is_somebody_coming,
        }

    def first_language(self, names: dict[str, str], otherwise: str) -> str:
        """A name in the branch's first language."""
        return names.get(self.settings.branch.languages[0]) or next(iter(names.values()), otherwise)


def _text(moment: datetime | None) -> str | None:
    return at_text(moment) if moment else None
