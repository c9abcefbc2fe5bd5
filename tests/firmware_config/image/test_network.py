import pytest

from firmware_config.image import network
from firmware_config.image.wifi import Wifi
from runtime.settings.devices import Network

LIBRARY = Wifi("Bibliotheek", "ab" * 32)
FIXED = Network(address="192.0.2.5/24", gateway="192.0.2.1", dns=("192.0.2.2",))
FIXED_TABLE = {
    "dhcp4": False,
    "addresses": ["192.0.2.5/24"],
    "nameservers": {"addresses": ["192.0.2.2"]},
    "routes": [{"to": "default", "via": "192.0.2.1"}],
}


def links(wanted: Network, wifi: Wifi | None = None, *, is_own: bool = False) -> dict[str, object]:
    table = network.config(wanted, wifi, is_own=is_own)["network"]
    assert isinstance(table, dict)
    return {name: table[name] for name in table if name not in {"version", "renderer"}}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Network(), {"ethernets": {"eth0": {"optional": True, "dhcp4": True}}}),
        (FIXED, {"ethernets": {"eth0": {"optional": True, **FIXED_TABLE}}}),
        (
            Network(vlan=12),
            {
                "ethernets": {"eth0": {"optional": True, "dhcp4": False, "dhcp6": False}},
                "vlans": {"vlan12": {"id": 12, "link": "eth0", "optional": True, "dhcp4": True}},
            },
        ),
    ],
)
def test_a_wired_box_gets_its_address_as_the_branch_file_says(wanted: Network, expected: dict[str, object]) -> None:
    assert links(wanted) == expected


def test_a_wireless_box_joins_its_network() -> None:
    wireless = links(Network(kind="wifi"), LIBRARY)["wifis"]
    assert wireless == {
        "wlan0": {
            "optional": True,
            "regulatory-domain": "NL",
            "access-points": {"Bibliotheek": {"password": "ab" * 32}},
            "dhcp4": True,
        }
    }


def test_a_pop_up_box_makes_its_own_network() -> None:
    wireless = links(Network(kind="own-wifi"), LIBRARY, is_own=True)["wifis"]
    assert isinstance(wireless, dict)
    assert wireless["wlan0"]["access-points"]["Bibliotheek"]["mode"] == "ap"
    assert "dhcp4" not in wireless["wlan0"]


def test_another_box_of_a_pop_up_joins_that_network() -> None:
    assert links(Network(kind="own-wifi"), LIBRARY) == links(Network(kind="wifi"), LIBRARY)


def test_a_wireless_network_has_a_name_and_a_key() -> None:
    with pytest.raises(ValueError, match="a name and a key"):
        network.config(Network(kind="wifi"), None, is_own=False)
