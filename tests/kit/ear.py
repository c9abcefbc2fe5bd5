"""A listener that waits."""

import queue
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

PATIENCE_S = 30


@dataclass
class Ear:
    """Keeps what it is given, as a handler or a hook, so that a test can wait for it."""

    heard: "queue.SimpleQueue[Any]" = field(default_factory=queue.SimpleQueue)

    def __call__(self, value: Any) -> None:
        self.heard.put(value)

    def next(self, time_limit_s: float = PATIENCE_S) -> Any:
        """The next that was heard; fails when nothing comes."""
        return self.heard.get(timeout=time_limit_s)

    def wait_for(self, is_it: Callable[[Any], bool]) -> Any:
        """The first that fits, whatever came before it."""
        while not is_it(value := self.next()):
            pass
        return value

    def rest(self) -> list[Any]:
        """What was heard and not taken yet."""
        return [self.heard.get() for _ in range(self.heard.qsize())]
