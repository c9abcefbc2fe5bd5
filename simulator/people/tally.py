"""What was asked, what came of it, and how long it took."""

import threading
import time
from collections import Counter, deque

from wire.answers import Answer, NoAnswer, Refused
from wire.commands import Command, name_of
from wire.link import Link

MOST_LATENCIES = 100_000
TAKEN, CALLED = "take-ticket", ("call-next", "call-ticket")


class Tally:
    """Asks for everybody and keeps count; safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._done: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()
        self._silent: Counter[str] = Counter()
        self._latencies_s: deque[float] = deque(maxlen=MOST_LATENCIES)

    @property
    def answers(self) -> int:
        """How many answers and refusals came."""
        return self._done.total() + self._refused.total()

    def ask(self, link: Link, command: Command) -> Answer | Refused | NoAnswer:
        """Ask, wait for what comes of it, and count it."""
        begin_s = time.monotonic()
        answer = link.ask_and_wait(command)
        self.note(name_of(command), answer, time.monotonic() - begin_s)
        return answer

    def note(self, name: str, answer: Answer | Refused | NoAnswer, took_s: float) -> None:
        """Count one answer to a command of this name."""
        with self._lock:
            match answer:
                case Answer():
                    self._done[name] += 1
                case Refused(refusal=refusal):
                    self._refused[refusal.code] += 1
                case NoAnswer(why):
                    self._silent[why] += 1
                    return
            self._latencies_s.append(took_s)

    def summary(self) -> str:
        """A few lines for a person."""
        with self._lock:
            calls = sum(self._done[name] for name in CALLED)
            lines = [f"tickets {self._done[TAKEN]}, calls {calls}, visits {self._done['finish-visit']}"]
            lines += [f"refused: {_listed(self._refused)}"] if self._refused else []
            lines += [f"no answer: {_listed(self._silent)}"] if self._silent else []
            lines += [f"{self.answers} answers, {_quantiles(sorted(self._latencies_s))}"] if self._latencies_s else []
        return "\n".join(lines)


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())


def _quantiles(sorted_s: list[float]) -> str:
    last = len(sorted_s) - 1
    return ", ".join(f"p{percent} {1000 * sorted_s[last * percent // 100]:.1f} ms" for percent in (50, 95))
