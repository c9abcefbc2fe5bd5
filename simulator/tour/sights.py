"""Pictures of the windows, taken once they hold still."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from simulator.demo.processes import Programs
    from simulator.demo.windows import Sight

CHANGE_WITHIN_S = 10.0
STILL_LOOKS = 4


@dataclass
class Watch:
    """One window, and what it showed last."""

    name: str
    sight: Sight
    programs: Programs
    shown: Image | None = field(default=None, repr=False)

    def still(self) -> Image:
        """What the window shows once it holds still; raises NotReadyError where it never does."""
        return self._wait(None)

    def changed(self) -> Image:
        """What the window shows once it holds still and is another than last time; raises NotReadyError."""
        return self._wait(self.shown)

    def _wait(self, before: Image | None) -> Image:
        looks: list[Image] = []

        def is_still() -> bool:
            looks[:] = [*looks[-STILL_LOOKS + 1 :], self.sight.picture()]
            is_calm = len(looks) == STILL_LOOKS and all(look == looks[-1] for look in looks)
            return is_calm and looks[-1] != before

        self.programs.wait_for(
            self.name,
            is_still,
            CHANGE_WITHIN_S,
            "new picture that holds still" if before else "picture that holds still",
        )
        self.shown = looks[-1]
        return looks[-1]


def save(picture: Image, file: Path) -> None:
    """Write a picture as a small PNG."""
    picture.convert("RGB").save(file, optimize=True)
