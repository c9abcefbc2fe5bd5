"""Where voices are kept: `aan-de-beurt/voices/<language>/` below the data folders of the user and of the machine."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

WITHIN: Final = Path("aan-de-beurt") / "voices"
EVERYWHERE: Final = "/usr/local/share:/usr/share"


def folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """The folders of voices, the user's own first; XDG_DATA_HOME and XDG_DATA_DIRS say where."""
    own = environment.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    shared = environment.get("XDG_DATA_DIRS") or EVERYWHERE
    return tuple(Path(place) / WITHIN for place in (own, *shared.split(":")) if place)
