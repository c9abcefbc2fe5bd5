"""The box's network, as cloud-init's network-config (Netplan's version 2) tells NetworkManager."""

from collections.abc import Mapping
from typing import Final

from firmware_config.image.wifi import Wifi
from firmware_config.image.yaml import Value
from runtime.settings.devices import Network

WIRED, WIRELESS = "eth0", "wlan0"
COUNTRY: Final = "NL"
"""Whose rules for radio count."""


def config(network: Network, wifi: Wifi | None, *, is_own: bool) -> dict[str, Value]:
    """The table for network-config; `wifi` is the network to join, or to make where it is this box's own."""
    addresses = _addresses(network)
    if network.kind == "wired":
        return _version_two(_wired(network, addresses))
    if wifi is None:
        raise ValueError("a wireless network has a name and a key")
    point: dict[str, Value] = {"password": wifi.key}
    if is_own:
        point = {"mode": "ap", "band": "2.4GHz", "channel": 6, **point}
    wireless: dict[str, Value] = {"optional": True, "regulatory-domain": COUNTRY, "access-points": {wifi.name: point}}
    if not is_own:
        wireless.update(addresses)
    return _version_two({"wifis": {WIRELESS: wireless}})


def _version_two(links: Mapping[str, Value]) -> dict[str, Value]:
    # Without a renderer named Netplan on a Lite image takes networkd, which is not there.
    return {"network": {"version": 2, "renderer": "NetworkManager", **links}}


def _wired(network: Network, addresses: dict[str, Value]) -> dict[str, Value]:
    # Optional: a box whose cable is out still starts, and says so on its screen.
    link: dict[str, Value] = {"optional": True}
    if network.vlan is None:
        return {"ethernets": {WIRED: {**link, **addresses}}}
    tagged: dict[str, Value] = {"id": network.vlan, "link": WIRED, **link, **addresses}
    return {
        "ethernets": {WIRED: {**link, "dhcp4": False, "dhcp6": False}},
        "vlans": {f"vlan{network.vlan}": tagged},
    }


def _addresses(network: Network) -> dict[str, Value]:
    servers: dict[str, Value] = {"nameservers": {"addresses": list(network.dns)}} if network.dns else {}
    if network.address == "dhcp":
        return {"dhcp4": True, **servers}
    fixed: dict[str, Value] = {"dhcp4": False, "addresses": [network.address], **servers}
    if network.gateway:
        fixed["routes"] = [{"to": "default", "via": network.gateway}]
    return fixed
