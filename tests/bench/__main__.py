"""Measures the programs against what this machine can do at best; prints one JSON object.

A ratio beyond half as much again as it must be makes the exit code 1; single runs vary, so less is no alarm.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

from inside import growing, taking
from mosquitto import Mosquitto
from over_the_wire import asking, calling, crowding, remembering, starting
from showing_calls import calling_to_the_window
from speaking import speaking
from touching import touching
from watch import Ratio, Times
from windows import showing

SLACK = 1.5
ROUND_TRIP_MOST_MS = 10.0


def main() -> int:
    """Run all measures, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="fewer and smaller, for every change")
    parser.add_argument("--folder", type=Path, default=Path.cwd(), help="on the disk that is to be measured")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=arguments.folder) as name:
        folder = Path(name)
        broker = Mosquitto(folder)
        broker.start()
        try:
            ratios = measured(folder, broker, is_short=arguments.short)
        finally:
            broker.stop()
    sys.stdout.write(json.dumps(told(ratios, is_short=arguments.short), indent=2) + "\n")
    return 0 if all(ratio.is_within(SLACK) for ratio in ratios.values()) else 1


def measured(folder: Path, broker: Mosquitto, *, is_short: bool) -> dict[str, Ratio]:
    """Every ratio by its number."""
    rounds, times, many = (5, 40, 100_000) if is_short else (9, 200, 1_000_000)
    ratios = {"B1": taking(folder, rounds, times)}
    ratios["B2"], asked, trip = asking(folder, broker, rounds, times)
    ratios["B3, 1 display"], called = calling(folder, broker, 1, rounds, times // 4)
    ratios["B3, 50 displays"], _ = calling(folder, broker, 50, rounds, times // 4)
    ratios["B4"] = crowding(folder, broker, 1 if is_short else 3, 100 if is_short else 200)
    ratios["B5"] = growing(folder, rounds, times // 4, many)
    ratios["B6"] = remembering(folder, broker, 1000 if is_short else 10_000)
    ratios["B7"], ratios["B7, many visits"] = starting(folder, broker, 3 if is_short else 5, many)
    ratios |= showing(folder, broker, 1 if is_short else 5, 5 if is_short else 20)
    ratios["touch to number"] = touching(folder, broker, 2 if is_short else 10)
    ratios["call to window"] = calling_to_the_window(folder, broker, 20 if is_short else 100)
    ratios["text to sound"] = speaking(rounds, times // 4)
    for name, times_of in (("B11, ask", asked), ("B11, call", called)):
        ratios[name] = Ratio(times_of.p99_s / times_of.p50_s, 10, 5, dict(times_of.told()))
    ratios["B11, round trip"] = _round_trip(trip)
    return ratios


def told(ratios: dict[str, Ratio], *, is_short: bool) -> dict[str, object]:
    """Everything that a reader needs to compare two runs."""
    machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    return {"is_short": is_short, **machine, "ratios": {name: ratio.told() for name, ratio in ratios.items()}}


def _round_trip(trip: Times) -> Ratio:
    return Ratio(trip.p50_s * 1000 / ROUND_TRIP_MOST_MS, 1, 0.2, dict(trip.told()))


if __name__ == "__main__":
    sys.exit(main())
