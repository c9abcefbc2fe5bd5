"""Which device of the branch file a program is."""

from collections.abc import Sequence
from typing import TypeVar

from runtime.settings.devices import Display, Kiosk
from runtime.settings.model import Settings

_Device = TypeVar("_Device", Kiosk, Display)


def kiosk_of(settings: Settings, device: str | None) -> Kiosk:
    """The kiosk of that name, or the first; raises ValueError where there is none."""
    return _chosen(settings, settings.kiosks, "kiosk", device)


def display_of(settings: Settings, device: str | None) -> Display:
    """The display of that name, or the first; raises ValueError where there is none."""
    return _chosen(settings, settings.displays, "display", device)


def _chosen(settings: Settings, devices: Sequence[_Device], kind: str, name: str | None) -> _Device:
    if not devices:
        raise ValueError(f"no [[{kind}s]] in {settings.path}")
    if name is None:
        return devices[0]
    for each in devices:
        if each.device == name:
            return each
    there_are = ", ".join(each.device for each in devices)
    raise ValueError(f"no {kind} {name!r} in {settings.path}; there are: {there_are}")
