"""`box.toml`, by which a box knows what it is after its card was written."""

import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from firmware_config.box import BoxFault

PLACE: Final = PurePosixPath("etc/beurt/box.toml")
MOST_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class BoxFile:
    """Which devices of the branch file a box is (none told: all), and what was chosen for it."""

    devices: tuple[str, ...] = ()
    is_usb_guarded: bool = False
    is_root_read_only: bool = False
    has_data_partition: bool = False


def read(root: Path) -> BoxFile:
    """What a root's own file says; where there is none, nothing was chosen.

    Raises:
        BoxFault: it is no such file.
    """
    place = root / PLACE
    try:
        with place.open("rb") as file:
            text = file.read(MOST_BYTES)
            is_too_large = bool(file.read(1))
        told = {} if is_too_large else tomllib.loads(text.decode())
    except FileNotFoundError:
        return BoxFile()
    except (OSError, ValueError) as fault:
        raise BoxFault(f"{place} cannot be read: {fault}") from fault
    if is_too_large:
        raise BoxFault(f"{place} is larger than {MOST_BYTES} bytes")
    devices = told.get("devices", [])
    if not isinstance(devices, list) or not all(isinstance(device, str) for device in devices):
        raise BoxFault(f'{place}: devices must be a list of names, such as devices = ["kiosk-1"]')
    chosen = (_is_on(told, key, place) for key in ("usb_guard", "read_only_root", "data_partition"))
    return BoxFile(tuple(devices), *chosen)


def _is_on(told: dict[str, object], key: str, place: Path) -> bool:
    value = told.get(key, False)
    if not isinstance(value, bool):
        raise BoxFault(f"{place}: {key} is true or false")
    return value
