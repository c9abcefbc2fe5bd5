"""The pins of this machine, through gpiozero; its way to them is the lgpio that Raspberry Pi OS brings."""

import importlib.util
import sys
import tempfile
from contextlib import chdir
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, Final

SYSTEM: Final = Path("/usr/lib/python3/dist-packages")
LENT: Final = ("_lgpio", "lgpio")


class NoPins(Exception):  # noqa: N818 - it says what is missing
    """This machine has no pins, or not what is needed to reach them."""


def pins_here() -> Any:
    """The factory that gpiozero makes its devices with.

    Raises:
        NoPins: what to install or check.
    """
    try:
        lend(SYSTEM)
        from gpiozero.pins.lgpio import LGPIOFactory

        return LGPIOFactory()
    except Exception as fault:
        # gpiozero and lgpio raise whatever comes up: errors of their own, OSError, TypeError.
        raise NoPins(
            f"no pins can be reached here ({fault}): a Raspberry Pi needs python3-lgpio, of Raspberry Pi OS"
        ) from fault


def lend(folder: Path) -> None:
    """Make lgpio known from the system's folder: nobody publishes it built for arm64, and other modules stay out."""
    # On import it leaves a pipe in the folder where the program runs, which a service may not write.
    with tempfile.TemporaryDirectory(prefix="lgpio-") as private, chdir(private):
        for name in LENT:
            found = None if name in sys.modules else PathFinder.find_spec(name, [str(folder)])
            if found is None or found.loader is None:
                continue
            sys.modules[name] = importlib.util.module_from_spec(found)
            found.loader.exec_module(sys.modules[name])
