"""The three files that Raspberry Pi OS reads at its first start: user-data, meta-data, network-config.

Only what stock cloud-init knows stands in them. Raspberry Pi's own key `rpi:` does not: its serial setting restarts
the box at once, in the middle of everything; config.txt does the same without that.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from firmware_config.image import yaml
from firmware_config.image.yaml import Value
from runtime.settings.model import Settings

CARD_ON_BOX: Final = "/boot/firmware/beurt"
ADMINISTRATOR: Final = "beheer"


def user_data(settings: Settings, wheel: str, ssh_keys: Sequence[str]) -> str:
    """What the box does at its first start: make one user who has no password, and begin our installation."""
    # Raspberry Pi OS renames its own first user to this one; without any it asks for a name on the screen.
    user: dict[str, Value] = {
        "name": ADMINISTRATOR,
        "gecos": "Beheer",
        "groups": ["adm", "sudo", "systemd-journal"],
        "shell": "/bin/bash",
        "lock_passwd": True,
    }
    if ssh_keys:
        user |= {"sudo": "ALL=(ALL) NOPASSWD:ALL", "ssh_authorized_keys": list(ssh_keys)}
    table: dict[str, Value] = {
        # cloud-init would put the first name back at every start; the installation gives the box its name, once.
        "preserve_hostname": True,
        "timezone": settings.branch.time_zone,
        "users": [user],
        "ssh_pwauth": False,
        "disable_root": True,
        "runcmd": [_start(wheel)],
    }
    if settings.network.proxy:
        table["apt"] = {"http_proxy": settings.network.proxy, "https_proxy": settings.network.proxy}
    return f"#cloud-config\n{yaml.text(table)}"


def meta_data(instance: str) -> str:
    """Which box this is: with another id cloud-init begins again, so a card that is made again works again."""
    return yaml.text({"dsmode": "local", "instance-id": instance, "instance_id": instance})


def network_config(table: Mapping[str, Value]) -> str:
    """The network, as cloud-init reads it."""
    return yaml.text(table)


def _start(wheel: str) -> list[Value]:
    # Our own wheel is the program: nothing is installed yet.
    path = f"PYTHONPATH={CARD_ON_BOX}/release/wheels/{wheel}"
    return ["env", path, "python3", "-m", "firmware_config.first_boot.install", "--begin"]
