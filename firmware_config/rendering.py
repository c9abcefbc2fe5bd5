"""The files of a box, from the branch file: templates that stand here as they lie on the device."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from firmware_config.box import HOME_ASSISTANT, Box, accounts, kinds
from firmware_config.screens import CONNECTORS, screens
from firmware_config.units import PLACE as UNITS
from firmware_config.units import units
from runtime.settings.model import Settings
from wire.operations import Role
from wire.rights import Rights, rights
from wire.topics import Topics

DATA_PLACES: Final = (
    *("/etc/beurt", "/etc/mosquitto", "/var/lib/mosquitto", "/var/backups/beurt", "/var/log/journal"),
    *("/var/lib/beurt", "/var/lib/beurt-kiosk", "/var/lib/beurt-display", "/var/lib/beurt-console"),
    *("/var/lib/beurt-health", "/var/lib/beurt-authority", "/var/lib/systemd/timesync"),
)
"""What must outlive a restart, also where nothing else does."""
LARGEST_PACKET_BYTES: Final = 2 * 1024 * 1024
"""A report over years as the hub answers it is the largest; Mosquitto's own limit from 2.1 on."""

Way = Literal["whole", "block", "kernel line"]
"""How a file gets onto the device: as it is, as a block at the end of the stock file, or as changes to its one line."""


@dataclass(frozen=True, slots=True)
class RenderedFile:
    """A file as it will lie on the device; on the FAT partition owner and mode mean nothing."""

    text: str
    mode: int = 0o644
    owner: str = "root"
    group: str = "root"
    way: Way = "whole"


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    is_needed: Callable[[Box], bool] = lambda _box: True
    mode: int = 0o644
    owner: str = "root"
    way: Way = "whole"


_PLACES: Final = (
    _Place("boot/firmware/config.txt", way="block"),
    _Place("boot/firmware/cmdline.txt", way="kernel line"),
    _Place("etc/beurt/box.toml"),
    _Place("etc/mosquitto/beurt.acl", lambda box: box.has_hub, 0o600, "mosquitto"),
    _Place("etc/mosquitto/conf.d/beurt.conf", lambda box: box.has_hub),
    _Place("etc/nftables.conf"),
    _Place("etc/sysctl.d/90-beurt.conf"),
    _Place("etc/systemd/journald.conf.d/beurt.conf"),
    _Place("etc/systemd/logind.conf.d/beurt.conf", lambda box: box.has_screen),
    _Place("etc/systemd/system/beurt.target.d/10-box.conf"),
    _Place("etc/systemd/system/beurt-kiosk.service.d/10-device.conf", lambda box: bool(box.kiosks)),
    _Place("etc/systemd/system/beurt-display.service.d/10-device.conf", lambda box: bool(box.displays)),
    _Place("etc/systemd/system/beurt-kiosk.service.d/30-two-screens.conf", lambda box: box.has_two_screens),
    _Place("etc/systemd/system/beurt-display.service.d/30-two-screens.conf", lambda box: box.has_two_screens),
    _Place(
        "etc/systemd/system/beurt-kiosk.service.d/40-upright.conf",
        lambda box: box.is_kiosk_upright and not box.has_two_screens,
    ),
    _Place(
        "etc/systemd/system/beurt-display.service.d/40-upright.conf",
        lambda box: box.is_display_upright and not box.has_two_screens,
    ),
    _Place(
        "etc/systemd/system/beurt-screens.service.d/40-upright.conf",
        lambda box: box.has_two_screens and (box.is_kiosk_upright or box.is_display_upright),
    ),
    _Place("etc/beurt-screens/rc.xml", lambda box: box.has_two_screens),
    _Place("etc/beurt/data.conf", lambda box: box.has_data_partition),
    _Place("etc/initramfs-tools/hooks/beurt-overlay", lambda box: box.is_root_read_only, 0o755),
    _Place("etc/systemd/system/beurt-data.service", lambda box: box.has_data_partition),
    _Place("etc/systemd/system/beurt-hub.service.d/20-data.conf", lambda box: box.has_hub),
    _Place("etc/systemd/system/beurt-kiosk.service.d/20-data.conf", lambda box: bool(box.kiosks)),
    _Place("etc/systemd/system/beurt-update.timer.d/10-box.conf"),
    _Place("etc/systemd/system/data.mount", lambda box: box.has_data_partition),
    _Place("etc/systemd/system/local-fs.target.d/10-beurt.conf"),
    _Place("etc/systemd/system/mosquitto.service.d/20-data.conf", lambda box: box.has_hub),
    _Place("etc/systemd/system/mosquitto.service.d/30-no-hub.conf", lambda box: not box.has_hub),
    _Place("etc/systemd/system/sysinit.target.d/10-beurt.conf"),
    _Place("etc/systemd/system/usbguard.service.d/10-beurt.conf"),
    _Place("etc/systemd/system.conf.d/90-beurt-watchdog.conf"),
    _Place("etc/systemd/timesyncd.conf.d/beurt.conf", lambda box: box.is_own_wifi or box.has_time_server),
    _Place("etc/sysusers.d/beurt.conf"),
    _Place("etc/tmpfiles.d/beurt.conf"),
    _Place("etc/udev/rules.d/70-beurt-printer.rules", lambda box: box.has_usb_printer or box.has_serial_printer),
    _Place("etc/udev/rules.d/71-beurt-screen.rules", lambda box: box.has_screen),
    _Place("etc/udev/rules.d/72-beurt-lamp.rules", lambda box: box.has_lamp),
    _Place("etc/udev/rules.d/73-beurt-stick.rules"),
    _Place("etc/usbguard/rules.conf", lambda box: box.is_usb_guarded, 0o600),
    _Place("etc/usbguard/rules.d/90-beurt.conf", lambda box: box.is_usb_guarded, 0o600),
)


def render(box: Box) -> dict[PurePosixPath, RenderedFile]:
    """Every file of the box, by its path below the root.

    Raises:
        BoxFault: the branch file lacks something that the box needs.
    """
    made = {PurePosixPath(place.path): _rendered(place, box) for place in _PLACES if place.is_needed(box)}
    mounts = {UNITS / mount_unit(place): _rendered_mount(place) for place in DATA_PLACES if box.has_data_partition}
    return {**{path: RenderedFile(text) for path, text in units(box)}, **made, **mounts}


def mount_unit(place: str) -> str:
    """What systemd calls the mount of a place, as `systemd-escape --path` says it."""
    return place.strip("/").replace("-", r"\x2d").replace("/", "-") + ".mount"


def _rendered_mount(place: str) -> RenderedFile:
    return RenderedFile(_templates().get_template(f"{UNITS}/place.mount.jinja").render(place=place))


def _rendered(place: _Place, box: Box) -> RenderedFile:
    template = _templates().get_template(f"{place.path}.jinja")
    text = template.render(
        box=box,
        granted=tuple(_granted(box)) if box.has_hub else (),
        users=tuple((device, f"beurt-{role}") for device, role in kinds(box.settings).items() if device in box.devices),
        secrets=tuple(_secrets(box)),
        watchers=tuple(_watchers(box.settings)),
        screens=screens(box),
        connectors=CONNECTORS,
        printer_link="/dev/beurt/printer",
        data_places=DATA_PLACES,
        data_mounts=tuple(map(mount_unit, DATA_PLACES)),
        home_assistant=HOME_ASSISTANT,
        has_home_assistant=HOME_ASSISTANT in box.settings.broker.accounts,
        largest_packet=LARGEST_PACKET_BYTES,
    )
    return RenderedFile(text, place.mode, place.owner, place.owner, place.way)


def _granted(box: Box) -> Iterator[tuple[str, Role, Rights]]:
    topics, hub = Topics(box.settings.branch.id), box.settings.hub.device
    for name, role in accounts(box.settings).items():
        yield name, role, rights(topics, name, role, hub)


def _watchers(settings: Settings) -> Iterator[Path]:
    """The passwords of those who only look on: on a box that has them, its health is told by them."""
    known = kinds(settings)
    yield from (account.password_file for name, account in settings.broker.accounts.items() if name not in known)


def _secrets(box: Box) -> Iterator[tuple[Path, str]]:
    """The files that only one program of this box reads."""
    console = box.settings.console
    if box.has_console:
        files = (console.tls_key, console.staff_password_file, console.coordinator_password_file)
        partners = (partner.password_file for partner in console.partners.values())
        client = (console.oidc.client_secret_file,) if console.oidc else ()
        yield from ((file, "beurt-console") for file in (*files, *partners, *client) if file)
    if box.has_service_pin and box.settings.service.pin_file:
        yield box.settings.service.pin_file, "beurt-kiosk"


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - these are no web pages
    )
