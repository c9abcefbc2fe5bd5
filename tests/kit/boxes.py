"""Boxes of every kind that a branch may have, for what must hold of all of them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from firmware_config.box import Box
from runtime.settings.load import load
from runtime.settings.model import Settings

DEVICES = ("hub-1", "console-1", "kiosk-1", "display-1")
PRINTERS = {
    "pins": 'kind = "serial"\nport = "/dev/beurt/printer"',
    "adapter": 'kind = "serial"\nport = "/dev/ttyUSB0"',
    "usb": 'kind = "usb"\nport = "/dev/beurt/printer"',
    "network": 'kind = "network"\nhost = "192.0.2.10"',
    "none": 'kind = "none"',
}
REACHED = """host = "192.0.2.5"
port = 8883
tls_ca = "/etc/beurt/ca.crt"
socket = "/run/mosquitto/beurt.sock"
"""
ALONE = 'socket = "/run/mosquitto/beurt.sock"\n'
ON_LOOPBACK = 'host = "127.0.0.1"\nport = 1883\n'


def settings(
    *,
    broker: str = REACHED,
    accounts: tuple[str, ...] = (*DEVICES, "monitor"),
    listen: str = "0.0.0.0:8443",
    printer: str = "usb",
    kiosk_pixels: tuple[int, int] = (1920, 1080),
    network: str = "",
    alerts: str = "",
    more: str = "",
) -> Settings:
    """A branch's settings."""
    passwords = "".join(f'accounts.{name}.password_file = "/etc/beurt/secrets/{name}"\n' for name in accounts)
    text = f"""
[branch]
id = "proef"
name = "Bibliotheek Proef"
[service]
pin_file = "/etc/beurt/secrets/service.argon2"
[broker]
{broker}{passwords}
[[kiosks]]
device = "kiosk-1"
[kiosks.screen]
pixels = [{kiosk_pixels[0]}, {kiosk_pixels[1]}]
[kiosks.printer]
{PRINTERS[printer]}
[[displays]]
device = "display-1"
[console]
listen = "{listen}"
tls_certificate = "/etc/beurt/console.crt"
tls_key = "/etc/beurt/console.key"
staff_password_file = "/etc/beurt/secrets/staff.argon2"
[network]
{network}
[alerts]
{alerts}
{more}
"""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "branch.toml"
        file.write_text(text)
        return load(file)


def every_kind() -> dict[str, Box]:
    """A box of each kind, by what is special about it."""
    own_wifi = settings(network='kind = "own-wifi"', broker=ALONE)
    return {
        "all in one": Box(settings(), DEVICES),
        "all in one, and guarded": Box(
            settings(printer="pins"),
            DEVICES,
            is_usb_guarded=True,
            is_root_read_only=True,
            has_data_partition=True,
            has_revocations=True,
        ),
        "with a lamp": Box(settings(printer="pins", alerts="gpio = { lamp = 17, button = 22 }"), DEVICES),
        "nothing outside": Box(settings(broker=ALONE, listen="127.0.0.1:8443", printer="network"), DEVICES),
        "without a socket": Box(settings(broker=ON_LOOPBACK), DEVICES),
        "pop-up": Box(own_wifi, DEVICES),
        "only the hub": Box(settings(network='time_server = "192.0.2.123"'), ("hub-1",)),
        "only a kiosk, upright": Box(settings(printer="adapter", kiosk_pixels=(1080, 1920)), ("kiosk-1",)),
        "only a display": Box(settings(printer="none"), ("display-1",)),
        "with Home Assistant": Box(settings(accounts=(*DEVICES, "monitor", "home-assistant")), DEVICES),
    }
