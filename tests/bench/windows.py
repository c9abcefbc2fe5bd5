"""The programs with a window, against a bare one: until the first frame, in memory, and at rest."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from glass import Glass
from hub_process import HubProcess
from mosquitto import Mosquitto
from watch import Ratio, Times
from x_server import x_server

PIXELS = (1920, 1080)
CORNER = (4, 4)
SETTLED_S = 3.0
AT_REST_AFTER_S = 33.0
SCREENS = """
[kiosks.screen]
pixels = [1920, 1080]
millimetres = [344, 194]
[[displays]]
device = "display-1"
sound = false
[displays.screen]
pixels = [1920, 1080]
millimetres = [941, 529]
"""
BARE = [sys.executable, str(Path(__file__).with_name("bare_window.py")), *map(str, PIXELS)]


class Point(HubProcess):
    """A branch with a kiosk and a display, both of one size."""

    def start(self) -> None:
        super().start()
        # The second kiosk of these branches has no printer, so nothing but its screen is measured.
        self.config.write_text(self.config.read_text() + SCREENS)

    def command(self, program: str) -> list[str]:
        device = {"kiosk": "kiosk-2", "display": "display-1"}[program]
        return [sys.executable, "-m", "beurt", program, "--config", str(self.config), "--device", device]


@contextmanager
def running(command: list[str], glass: Glass, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program with a window on that glass."""
    environment = os.environ | {
        "DISPLAY": glass.name,
        "KIVY_HOME": str(folder / "kivy"),
        "STATE_DIRECTORY": str(folder / "state"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def showing(folder: Path, broker: Mosquitto, rounds: int, rest_s: float) -> dict[str, Ratio]:
    """Kiosk and display against a bare window, in turn; then both at rest."""
    with ExitStack() as stack:
        (folder / "b10").mkdir()
        point = Point(folder / "b10", broker.port)
        point.start()
        stack.callback(point.stop)
        glass = stack.enter_context(Glass(stack.enter_context(x_server())))
        ratios: dict[str, Ratio] = {}
        for program in ("kiosk", "display"):
            ratios |= _against_bare(program, point, glass, rounds)
        for program in ("kiosk", "display"):
            ratios[f"B10, {program} at rest"] = _at_rest(program, point, glass, rest_s)
    return ratios


def _against_bare(program: str, point: Point, glass: Glass, rounds: int) -> dict[str, Ratio]:
    start, bare_start, starts, sizes = Times(), Times(), [], []
    for _ in range(rounds):
        bare_s, bare_kb = _shown(BARE, glass, point.folder)
        ours_s, ours_kb = _shown(point.command(program), glass, point.folder)
        starts.append(start.note(ours_s) / bare_start.note(bare_s))
        sizes.append((ours_kb / bare_kb, ours_kb, bare_kb))
    size, ours_kb, bare_kb = sorted(sizes)[len(sizes) // 2]
    told: dict[str, object] = {"first_frame": start.told(), "bare_window": bare_start.told()}
    return {
        f"B10, {program} start": Ratio(median(starts), 2.5, 1.5, told),
        f"B10, {program} memory": Ratio(size, 1.5, 1.2, {f"{program}_kb": ours_kb, "bare_window_kb": bare_kb}),
    }


def _shown(command: list[str], glass: Glass, folder: Path) -> tuple[float, int]:
    """Seconds until the first frame, and kilobytes a while after it."""
    glass.when(*CORNER, lambda colour: not colour)
    began_s = time.perf_counter()
    with running(command, glass, folder) as process:
        shown_s = glass.when(*CORNER, bool) - began_s
        time.sleep(SETTLED_S)
        return shown_s, _rss_kb(process)


def _at_rest(program: str, point: Point, glass: Glass, rest_s: float) -> Ratio:
    glass.when(*CORNER, lambda colour: not colour)
    with running(point.command(program), glass, point.folder) as process:
        glass.when(*CORNER, bool)
        time.sleep(AT_REST_AFTER_S)
        before_s, began_s = _cpu_s(process), time.perf_counter()
        time.sleep(rest_s)
        share = (_cpu_s(process) - before_s) / (time.perf_counter() - began_s)
    return Ratio(share * 100, 3, 1, {"unit": "percent of one core", "measured_s": rest_s})


def _rss_kb(process: subprocess.Popen[bytes]) -> int:
    return int(Path(f"/proc/{process.pid}/status").read_text().split("VmRSS:")[1].split()[0])


def _cpu_s(process: subprocess.Popen[bytes]) -> float:
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
