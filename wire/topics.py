"""Where messages go: the topics of one branch, as values that cannot be invalid."""

from dataclasses import dataclass
from typing import Final, Literal

from wire.names import checked_name, is_name

VERSION: Final = "v1"

StateKind = Literal["menu", "board", "floor"]


@dataclass(frozen=True, slots=True)
class Topics:
    """Every topic and filter of one branch; a ValueError where a part is no name."""

    branch: str

    def __post_init__(self) -> None:
        checked_name(self.branch)

    @property
    def root(self) -> str:
        """What every topic of the branch begins with."""
        return f"beurt/{VERSION}/{self.branch}"

    def command(self, name: str) -> str:
        """Where a command of that name is sent."""
        return f"{self.root}/command/{checked_name(name)}"

    @property
    def commands(self) -> str:
        """The filter for all commands."""
        return f"{self.root}/command/#"

    def command_name(self, topic: str) -> str | None:
        """What stands below `command/`, known or not; None for any other topic."""
        return _below(f"{self.root}/command/", topic)

    def reply(self, client: str) -> str:
        """Where a client gets its answers."""
        return f"{self.root}/reply/{checked_name(client)}"

    @property
    def replies(self) -> str:
        """The filter for all answers."""
        return f"{self.root}/reply/#"

    def is_reply(self, topic: str) -> bool:
        """Whether an answer may go there: the reply topic of one client, no wildcard, nothing below it."""
        client = _below(f"{self.root}/reply/", topic)
        return client is not None and is_name(client)

    def state(self, kind: StateKind) -> str:
        """Where a retained snapshot is kept."""
        return f"{self.root}/state/{checked_name(kind)}"

    @property
    def states(self) -> str:
        """The filter for all snapshots."""
        return f"{self.root}/state/#"

    def status(self, device: str) -> str:
        """Where a device says how it is."""
        return f"{self.root}/device/{checked_name(device)}/status"

    @property
    def statuses(self) -> str:
        """The filter for how all devices are."""
        return f"{self.root}/device/+/status"

    def status_device(self, topic: str) -> str | None:
        """The device whose status topic this is; None for any other topic."""
        rest = _below(f"{self.root}/device/", topic)
        device, _, last = (rest or "").partition("/")
        return device if last == "status" and is_name(device) else None

    def job(self, device: str) -> str:
        """Where a device gets its jobs."""
        return f"{self.root}/device/{checked_name(device)}/job"

    @property
    def jobs(self) -> str:
        """The filter for the jobs of all devices."""
        return f"{self.root}/device/+/job"

    @property
    def event(self) -> str:
        """Where events for the outside world go."""
        return f"{self.root}/event"


def _below(start: str, topic: str) -> str | None:
    rest = topic.removeprefix(start)
    return rest if rest and rest != topic else None
