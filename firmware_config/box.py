"""What one box is: which devices of the branch stand in it, and what follows from that."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from runtime.settings.devices import Display, Kiosk, Printer, Screen
from runtime.settings.model import Settings
from runtime.settings.sense.places import is_loopback
from wire.operations import Role

HOME_ASSISTANT: Final = "home-assistant"
"""The account by which Home Assistant is told what there is to see; where there is none, it is not told."""
ENROLMENT_PORT: Final = 8444
"""Where other boxes of the branch get their certificates and passwords."""


class BoxFault(ValueError):  # noqa: N818 - it says what it is about
    """A box that cannot be made; the text says what to change."""


@dataclass(frozen=True)
class Box:
    """A branch's settings and the names of the devices that this box is.

    `is_usb_guarded`: only known kinds of USB device get in. `is_root_read_only`: the system is never written to.
    `has_data_partition`: what must outlive a restart is on a partition of its own. `has_revocations`: there is a list
    of certificates that count no longer.

    Raises:
        BoxFault: a device that the branch file lacks, or none at all.
    """

    settings: Settings
    devices: tuple[str, ...]
    is_usb_guarded: bool = False
    is_root_read_only: bool = False
    has_data_partition: bool = False
    has_revocations: bool = False

    def __post_init__(self) -> None:
        known = kinds(self.settings)
        for device in self.devices:
            if device not in known:
                raise BoxFault(f'no device is called "{device}"; the branch file has {", ".join(known)}')
        if not self.devices:
            raise BoxFault(f"a box is at least one device; the branch file has {', '.join(known)}")
        self._check_screens()
        if self.is_root_read_only and not self.has_data_partition:
            raise BoxFault(
                "a system that is never written to needs a partition for what must stay: make one with "
                "`mkfs.ext4 -L beurt-data /dev/…`, and add --data-partition"
            )

    def _check_screens(self) -> None:
        for what, found in (("kiosk", self.kiosks), ("display", self.displays)):
            if len(found) > 1:
                raise BoxFault(
                    f"{' and '.join(each.device for each in found)} cannot be one box, which has room for one {what}: "
                    f"make a box of each, and name with --device what is in it, such as {_example(self)}"
                )

    @property
    def has_hub(self) -> bool:
        """Does the queue live here? Then the broker does too."""
        return self.settings.hub.device in self.devices

    @property
    def has_console(self) -> bool:
        """Is the staff's page served from here?"""
        return self.settings.console.device in self.devices

    @cached_property
    def kiosks(self) -> tuple[Kiosk, ...]:
        """The touchscreens of this box."""
        return tuple(kiosk for kiosk in self.settings.kiosks if kiosk.device in self.devices)

    @cached_property
    def displays(self) -> tuple[Display, ...]:
        """The waiting room's screens of this box."""
        return tuple(display for display in self.settings.displays if display.device in self.devices)

    @property
    def has_screen(self) -> bool:
        """Is there anything to look at?"""
        return bool(self.kiosks or self.displays)

    @property
    def has_two_screens(self) -> bool:
        """Do a touchscreen and a television hang on this one box? Then one compositor shows both."""
        return bool(self.kiosks and self.displays)

    @property
    def printers(self) -> tuple[Printer, ...]:
        """The receipt printers beside this box."""
        return tuple(kiosk.printer for kiosk in self.kiosks if kiosk.printer.kind != "none")

    @property
    def has_usb_printer(self) -> bool:
        """Is there a printer of the USB printer class?"""
        return any(printer.kind == "usb" for printer in self.printers)

    @property
    def has_serial_printer(self) -> bool:
        """Is there a printer on a serial line, over an adapter or the Pi's own pins?"""
        return any(printer.kind == "serial" for printer in self.printers)

    @property
    def has_printer_on_pins(self) -> bool:
        """May a printer be on the Pi's own serial line? Where its port is no USB adapter by name."""
        adapters = ("/dev/ttyUSB", "/dev/ttyACM")
        return any(
            printer.kind == "serial" and not (printer.port or "").startswith(adapters) for printer in self.printers
        )

    @property
    def has_lamp(self) -> bool:
        """Is there a lamp, a buzzer or a button on the Pi's own pins?"""
        return bool(self.kiosks) and self.settings.alerts.gpio is not None

    @property
    def is_kiosk_upright(self) -> bool:
        """Is the touchscreen higher than it is wide?"""
        return any(_is_upright(kiosk.screen) for kiosk in self.kiosks)

    @property
    def is_display_upright(self) -> bool:
        """Is the waiting room's screen higher than it is wide?"""
        return any(_is_upright(display.screen) for display in self.displays)

    @property
    def has_time_server(self) -> bool:
        """Does the branch have a time server of its own?"""
        return self.settings.network.time_server is not None

    @property
    def is_own_wifi(self) -> bool:
        """Does the box make its own network, with nothing outside? That goes with the hub."""
        return self.settings.network.kind == "own-wifi" and self.has_hub

    @property
    def broker_port(self) -> int | None:
        """Where other machines reach the broker of this box, over TLS; None where they do not."""
        broker = self.settings.broker
        return broker.port if self.has_hub and broker.tls_ca else None

    @property
    def loopback_port(self) -> int | None:
        """Where programs of this box reach its broker, where the branch file names neither socket nor TLS."""
        broker = self.settings.broker
        is_plain = broker.socket is None and broker.tls_ca is None
        return broker.port if self.has_hub and is_plain else None

    @property
    def console_port(self) -> int | None:
        """Where browsers on other machines reach the console; None where they do not."""
        host, _, port = self.settings.console.listen.rpartition(":")
        return int(port) if self.has_console and not is_loopback(host) else None

    @property
    def enrolment_port(self) -> int | None:
        """Where other boxes ask for certificates; None where there is nobody to ask."""
        return ENROLMENT_PORT if self.broker_port else None

    @property
    def has_service_pin(self) -> bool:
        """Does the PIN of the kiosks' service menu belong here? Also where a kiosk that is paired gets it from."""
        return bool(self.kiosks) or (self.enrolment_port is not None and bool(self.settings.kiosks))

    @property
    def choices(self) -> dict[str, bool]:
        """The units that not every box has, and whether this box wants them."""
        return {
            "mosquitto.service": self.has_hub,
            "beurt-broker-watch.service": self.has_hub,
            "beurt-hub.service": self.has_hub,
            "beurt-backup.timer": self.has_hub,
            "beurt-enrolment.service": self.enrolment_port is not None,
            "beurt-pairing.service": self.enrolment_port is not None,
            "beurt-accounts.path": self.enrolment_port is not None,
            "beurt-console.service": self.has_console,
            "beurt-clock.path": self.is_own_wifi and self.has_console,
            "beurt-screens.service": self.has_two_screens,
            "beurt-kiosk.service": bool(self.kiosks),
            "beurt-display.service": bool(self.displays),
        }

    @property
    def programs(self) -> tuple[str, ...]:
        """The units that this box wants besides what every box has."""
        return tuple(unit for unit, is_wanted in self.choices.items() if is_wanted)


def _example(box: Box) -> str:
    """What is left of a box with the first screen of each kind."""
    several = {each.device for found in (box.kiosks, box.displays) for each in found[1:]}
    return " ".join(f"--device {device}" for device in box.devices if device not in several)


def kinds(settings: Settings) -> dict[str, Role]:
    """Every device of a branch, with what it is."""
    found: dict[str, Role] = {settings.hub.device: "hub", settings.console.device: "console"}
    found.update({kiosk.device: "kiosk" for kiosk in settings.kiosks})
    found.update({display.device: "display" for display in settings.displays})
    return found


def accounts(settings: Settings) -> dict[str, Role]:
    """Every account at the broker, with its role; who is no device looks on.

    Raises:
        BoxFault: a device has none.
    """
    known = kinds(settings)
    for name in known:
        if name not in settings.broker.accounts:
            raise BoxFault(
                f"broker.accounts.{name} is missing: the broker of a box lets nobody in without an account; "
                f'add [broker.accounts.{name}] with password_file = "/etc/beurt/secrets/{name}"'
            )
    others: dict[str, Role] = {name: "monitor" for name in settings.broker.accounts if name not in known}
    return {**known, **others}


def _is_upright(screen: Screen) -> bool:
    width, height = screen.pixels
    return height > width
