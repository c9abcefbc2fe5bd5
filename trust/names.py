"""Under which names others reach a device, and which names a branch may ever vouch for."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from runtime.settings.model import Settings
from runtime.settings.sense.places import is_loopback
from wire.operations import Role

OWN_WIFI_ADDRESS: Final = "10.42.0.1"
"""NetworkManager's address on a network that the box makes itself."""

LONGEST_LABEL: Final = 63
_SUFFIX: Final = "beurt.internal"
_DIGEST: Final = 8
_NEARBY: Final = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8", "fc00::/7")


def roles(settings: Settings) -> dict[str, Role]:
    """Every device of a branch, with what it is."""
    found: dict[str, Role] = {settings.hub.device: "hub", settings.console.device: "console"}
    found.update({kiosk.device: "kiosk" for kiosk in settings.kiosks})
    found.update({display.device: "display" for display in settings.displays})
    return found


def host_name(branch: str, device: str) -> str:
    """What a box is called on the network, by the first of its devices; shortened where a label cannot be as long."""
    name = f"{branch}-{device}"
    if len(name) <= LONGEST_LABEL:
        return name
    return f"{name[: LONGEST_LABEL - _DIGEST - 1]}-{sha256(name.encode()).hexdigest()[:_DIGEST]}"


def of_device(settings: Settings, device: str) -> tuple[str, ...]:
    """The names in a device's own certificate, for it as a client."""
    return (f"{device}.{settings.branch.id}.{_SUFFIX}",)


def of_server(settings: Settings, device: str, box: tuple[str, ...]) -> tuple[str, ...]:
    """The DNS names and addresses of what a device serves, on a box that is these devices."""
    return tuple(dict.fromkeys(_of_server(settings, device, box)))


def permitted(settings: Settings) -> tuple[str, ...]:
    """All that the branch's authority may vouch for: its own names, and addresses inside a building."""
    branch = settings.branch.id
    own = (f"{branch}.{_SUFFIX}", "localhost", *_set_by_hand(settings))
    hosts = [host_name(branch, device) for device in roles(settings)]
    addresses = [each for each in own if _is_address(each)]
    names = [each for each in own if not _is_address(each)]
    names += [name for host in hosts for name in (host, f"{host}.local")]
    return tuple(dict.fromkeys((*names, *_NEARBY, *addresses)))


def _of_server(settings: Settings, device: str, box: tuple[str, ...]) -> Iterator[str]:
    yield from of_device(settings, device)
    for each in box:
        host = host_name(settings.branch.id, each)
        yield from (host, f"{host}.local")
    yield from ("localhost", "127.0.0.1")
    if settings.hub.device in box:
        yield from _set_by_hand(settings)
        if settings.network.kind == "own-wifi":
            yield OWN_WIFI_ADDRESS


def _set_by_hand(settings: Settings) -> Iterator[str]:
    if not is_loopback(settings.broker.host):
        yield settings.broker.host
    address = settings.network.address.partition("/")[0]
    if address != "dhcp":
        yield address


def _is_address(name: str) -> bool:
    return ":" in name or name.replace(".", "").isdigit()
