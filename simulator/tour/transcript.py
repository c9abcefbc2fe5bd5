"""What happened on the tour: every step with its duration, every message with its time."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click
import msgspec

from wire.times import at_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.demo.monitor import Heard


@dataclass(frozen=True)
class Step:
    """One step: when it began, how long it took, and what went wrong."""

    began: datetime
    what: str
    seconds: float
    fault: str | None


@dataclass
class Transcript:
    """The steps so far, told as they happen."""

    steps: list[Step] = field(default_factory=list)

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """Time what happens inside; a fault is noted, and goes on its way."""
        began, clock, fault = datetime.now(UTC), time.monotonic(), None
        try:
            yield
        except BaseException as error:
            fault = f"{type(error).__name__}: {error}"
            raise
        finally:
            step = Step(began, what, time.monotonic() - clock, fault)
            self.steps.append(step)
            click.echo(f"  {'FAILED' if fault else 'ok':<6} {step.seconds:6.2f} s  {what}")

    def write(self, file: Path, heard: list[Heard]) -> None:
        """Write steps and messages in the order of their times, one JSON object a line."""
        rows = [*map(_step_row, self.steps), *map(_message_row, heard)]
        rows.sort(key=lambda row: str(row["at"]))
        file.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))


def _step_row(step: Step) -> dict[str, object]:
    row = {"at": at_text(step.began), "kind": "step", "step": step.what, "seconds": round(step.seconds, 3)}
    return row | {"ok": step.fault is None} | ({"fault": step.fault} if step.fault else {})


def _message_row(heard: Heard) -> dict[str, object]:
    is_retained = heard.is_retained
    at = at_text(heard.at)
    return {"at": at, "kind": "message", "topic": heard.topic, "retained": is_retained, "payload": heard.payload}
