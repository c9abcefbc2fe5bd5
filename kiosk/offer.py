"""What there is to choose and whether anybody is there: by the hub's menu, or by the branch file until it came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.events import Now
from runtime.settings.model import Settings, Topic
from wire.state import Intake, Menu, MenuTopic, Mode, Staffed
from wire.times import at_moment


@dataclass(frozen=True, slots=True)
class Offer:
    """The menu with its times as moments."""

    branch_name: str
    mode: Mode
    languages: tuple[str, ...]
    topics: tuple[MenuTopic, ...]
    intake: Intake = "open"
    notice: str | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    staffed: Staffed = "now"
    coming: bool = False
    is_clock_trusted: bool = False

    def is_open(self, wall: datetime, *, is_hub_here: bool) -> bool:
        """Whether tickets are given; while the hub is away, by the times that it told last."""
        if not is_hub_here and self.intake == "closed" and self.opens_at:
            return wall >= self.opens_at
        if not is_hub_here and self.intake == "open" and self.closes_at:
            return wall < self.closes_at
        return self.intake == "open"

    def turns_s(self, now: Now) -> float | None:
        """When the doors open or close next, by the machine's own clock."""
        ahead = ((each - now.wall).total_seconds() for each in (self.opens_at, self.closes_at) if each)
        return min((now.up_s + seconds for seconds in ahead if seconds > 0), default=None)

    def find(self, topic_id: str) -> MenuTopic | None:
        """The topic with that id, on either level."""
        return next((topic for topic in _all(self.topics) if topic.id == topic_id), None)

    def parent(self, topic_id: str) -> MenuTopic | None:
        """The topic of the first level that holds the topic of the second."""
        return next((topic for topic in self.topics if any(t.id == topic_id for t in topic.topics)), None)


class Offers:
    """The newest offer that is known; within an epoch an older menu is dropped."""

    def __init__(self, settings: Settings) -> None:
        self.now = from_settings(settings)
        self._epoch = ""
        self._revision = -1

    def take(self, menu: Menu) -> str | None:
        """Take a menu in; the fault where it makes no sense."""
        if menu.epoch == self._epoch and menu.revision < self._revision:
            return None
        try:
            self.now = from_menu(menu)
        except ValueError as fault:
            return f"dropped a menu: {fault}"
        self._epoch, self._revision = menu.epoch, menu.revision
        return None


def from_menu(menu: Menu) -> Offer:
    """What the hub offers.

    Raises:
        ValueError: a time in it is none.
    """
    return Offer(
        branch_name=menu.branch_name,
        mode=menu.mode,
        languages=menu.languages,
        topics=menu.topics,
        intake=menu.intake,
        notice=menu.notice,
        opens_at=at_moment(menu.opens_at) if menu.opens_at else None,
        closes_at=at_moment(menu.closes_at) if menu.closes_at else None,
        staffed=menu.staffed,
        coming=menu.coming,
        is_clock_trusted=menu.clock == "trusted",
    )


def from_settings(settings: Settings) -> Offer:
    """What the branch file offers."""
    branch = settings.branch
    return Offer(branch.name, branch.mode, branch.languages, tuple(map(_from_topic, settings.topics)))


def _from_topic(topic: Topic) -> MenuTopic:
    return MenuTopic(
        id=topic.id,
        line=topic.line,
        picture=topic.picture,
        names=dict(topic.names),
        open=True,
        hours=None,
        topics=tuple(map(_from_topic, topic.topics)),
    )


def _all(topics: Iterable[MenuTopic]) -> Iterable[MenuTopic]:
    for topic in topics:
        yield topic
        yield from topic.topics
