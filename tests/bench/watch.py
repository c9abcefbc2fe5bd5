"""Stopwatches: medians, and ratios of things that are measured in turn, so that a busy moment hits both."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Times:
    """Durations of one thing, in seconds."""

    all_s: list[float] = field(default_factory=list)

    def add(self, what: Callable[[], object], times: int = 1) -> float:
        """Do something so many times; the median of these."""
        here = [_timed(what) for _ in range(times)]
        self.all_s += here
        return median(here)

    def note(self, duration_s: float) -> float:
        self.all_s.append(duration_s)
        return duration_s

    @property
    def p50_s(self) -> float:
        return median(self.all_s)

    @property
    def p99_s(self) -> float:
        return sorted(self.all_s)[min(len(self.all_s) - 1, len(self.all_s) * 99 // 100)]

    def told(self) -> dict[str, float]:
        return {"p50_ms": round(self.p50_s * 1000, 3), "p99_ms": round(self.p99_s * 1000, 3)}


@dataclass(frozen=True)
class Ratio:
    """What is measured against its floor; smaller is better unless `is_more_better`."""

    value: float
    must: float
    aim: float
    absolute: dict[str, object]
    is_more_better: bool = False

    def is_within(self, slack: float = 1.0) -> bool:
        if self.is_more_better:
            return self.value >= self.must / slack
        return self.value <= self.must * slack

    def told(self) -> dict[str, object]:
        return {
            "ratio": round(self.value, 3),
            "must": self.must,
            "aim": self.aim,
            "is_within": self.is_within(),
            **self.absolute,
        }


def in_turn(rounds: int, one: Callable[[], float], other: Callable[[], float]) -> float:
    """The median of the ratios of one to the other, measured in turn."""
    return median(_ratio(one, other) for _ in range(rounds))


def _ratio(one: Callable[[], float], other: Callable[[], float]) -> float:
    floor = other()
    return one() / floor


def _timed(what: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    what()
    return time.perf_counter() - began_s
