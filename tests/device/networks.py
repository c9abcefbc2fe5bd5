"""Writes what cloud-init gets for every kind of network, each in a folder of its own: networks.py FOLDER"""

import sys
from pathlib import Path

from firmware_config.image import cloud_init, network
from firmware_config.image.wifi import Wifi
from runtime.settings.branch import Branch
from runtime.settings.devices import Network
from runtime.settings.model import Settings

FIXED = {"address": "192.0.2.5/24", "gateway": "192.0.2.1", "dns": ("192.0.2.2",)}
KINDS = {
    "wired": Network(),
    "fixed": Network(**FIXED),
    "tagged": Network(vlan=12, proxy="http://proxy.example:3128", time_server="ntp.example"),
    "wireless": Network(kind="wifi"),
    "wireless-fixed": Network(kind="wifi", **FIXED),
    "own": Network(kind="own-wifi"),
}
AWKWARD = Wifi("Bieb: 'gast' #1", "ab" * 32)


def write(folder: Path) -> None:
    for name, wanted in KINDS.items():
        settings = Settings(branch=Branch(id="proef", name="Proef"), network=wanted)
        (folder / name).mkdir(parents=True)
        user_data = cloud_init.user_data(settings, "beurt.whl", ["ssh-ed25519 AAAA beheer"])
        (folder / name / "user-data").write_text(user_data, encoding="utf-8")
        wifi = None if wanted.kind == "wired" else AWKWARD
        table = cloud_init.network_config(network.config(wanted, wifi, is_own=name == "own"))
        (folder / name / "network-config").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
