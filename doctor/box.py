"""The box that is looked at: what it should be by its settings, and what its programs last said of themselves."""

import logging
import tomllib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from doctor.machine import Machine, Unreadable
from runtime.settings.load import SettingsFaults, load
from runtime.settings.model import Settings
from wire.devices import DeviceKind
from wire.local_word import FOLDER as WORDS
from wire.local_word import LocalWord

BOX_FILE: Final = "/etc/beurt/box.toml"

log = logging.getLogger(__name__)


class BoxFile(msgspec.Struct, frozen=True, kw_only=True):
    """/etc/beurt/box.toml: which devices of the branch this box is; without it, all of them."""

    devices: tuple[str, ...] = ()
    read_only_root: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """What a program last said of itself on this box, and how long ago."""

    said: LocalWord
    age_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What the checks look at; `trouble` is what was wrong with the settings, one line each."""

    machine: Machine
    now: datetime
    settings: Settings | None = None
    devices: tuple[str, ...] = ()
    must_root_be_read_only: bool = False
    trouble: tuple[str, ...] = ()
    words: dict[str, Word] = field(default_factory=dict)

    def of(self, kind: DeviceKind) -> list[str]:
        """The devices of one kind that this box is."""
        return [device for device in self.devices if kinds(self.settings).get(device) == kind]

    @property
    def age(self) -> timedelta | None:
        """How long ago this box was made what it is; None where it was not made by its image."""
        try:
            made = self.machine.place(BOX_FILE).stat().st_mtime
        except OSError:
            return None
        return self.now - datetime.fromtimestamp(made, UTC)

    def has(self, *wanted: DeviceKind) -> bool:
        """Is this box a device of one of these kinds?"""
        return any(self.of(kind) for kind in wanted)


def kinds(settings: Settings | None) -> dict[str, DeviceKind]:
    """What each device of the branch is."""
    if settings is None:
        return {}
    return {
        settings.hub.device: "hub",
        **{kiosk.device: "kiosk" for kiosk in settings.kiosks},
        **{display.device: "display" for display in settings.displays},
        settings.console.device: "console",
    }


def find(machine: Machine, config: Path, devices: tuple[str, ...] = ()) -> Box:
    """The box as its files describe it; `devices` go before those of box.toml. Faults are kept, not raised."""
    trouble: list[str] = []
    settings, file = _settings(machine, config, trouble), _box_file(machine, trouble)
    branch = kinds(settings)
    here = devices or file.devices or tuple(branch)
    strangers = [device for device in here if settings is not None and device not in branch]
    trouble += [f"{device} is no device of the branch file; it has {', '.join(branch)}" for device in strangers]
    now = datetime.now(UTC)
    return Box(
        machine=machine,
        now=now,
        settings=settings,
        devices=here,
        must_root_be_read_only=file.read_only_root,
        trouble=tuple(trouble),
        words=_words(machine, here, now),
    )


def _settings(machine: Machine, config: Path, trouble: list[str]) -> Settings | None:
    try:
        return load(machine.place(config))
    except SettingsFaults as faults:
        trouble += str(faults).replace(str(machine.place(config)), str(config)).splitlines()
        return None


def _box_file(machine: Machine, trouble: list[str]) -> BoxFile:
    try:
        text = machine.text(BOX_FILE)
        return msgspec.convert(tomllib.loads(text or ""), BoxFile)
    except (Unreadable, ValueError, msgspec.ValidationError, RecursionError) as fault:
        trouble.append(f"{BOX_FILE}: {fault}")
        return BoxFile()


def _words(machine: Machine, devices: tuple[str, ...], now: datetime) -> dict[str, Word]:
    found = {}
    for device in devices:
        try:
            path = f"{WORDS}/{device}.json"
            text = machine.text(path)
            if text is not None:
                said = msgspec.json.decode(text, type=LocalWord)
                found[device] = Word(said, max(0.0, now.timestamp() - machine.place(path).stat().st_mtime))
        except (Unreadable, OSError, ValueError, msgspec.MsgspecError, RecursionError) as fault:
            log.warning("the word of %s cannot be read: %s", device, fault)
    return found
