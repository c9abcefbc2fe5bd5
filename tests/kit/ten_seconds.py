"""The ten seconds within which whatever falls or hangs is back, on a computer that has the time for it."""

import time

from device_box import DeviceBox
from figures import Figures

PROMISED_S = 10.0
# Of a hang: six until nothing was heard, one to leave a core, half a second until the next start.
TIMERS_S = 7.5
QUICK_S = 0.6
"""In which the parts of the hub are loaded on a quiet computer of two cores."""


class TenSeconds:
    """Begun before a mishap. A computer that is slower or busier gets more for the work, and not for the timers."""

    def __init__(self, box: DeviceBox, figures: Figures) -> None:
        self._box = box
        self._figures = figures
        self._slowness = self._measured()

    def were_enough(self, who: str, mishap: str, healed_s: float) -> bool:
        """Was it back in time? How long it took is told at the end of the run."""
        if healed_s < PROMISED_S:
            self._figures.put(who, mishap, f"{healed_s:.1f} s")
            return True
        slowness = max(self._slowness, self._measured())
        most_s = TIMERS_S + (PROMISED_S - TIMERS_S) * slowness
        self._figures.put(who, mishap, f"{healed_s:.1f} s ({slowness:.0f}x slow)")
        return healed_s < most_s

    def _measured(self) -> float:
        began_s = time.monotonic()
        self._box.run("/opt/beurt/current/bin/python", "-c", "import hub.program")
        return max(1.0, (time.monotonic() - began_s) / QUICK_S)
