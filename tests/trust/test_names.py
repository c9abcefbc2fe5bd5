from ipaddress import ip_network
from pathlib import Path

import pytest

from runtime.settings.load import load
from trust import names

ALL = """
[branch]
id = "hengelo"
name = "Hengelo"
[broker]
host = "beurt.example"
tls_ca = "ca.crt"
[network]
kind = "{kind}"
address = "192.0.2.5/24"
"""


@pytest.mark.parametrize("kind", ["wired", "own-wifi"])
def test_a_server_answers_to_every_name_by_which_it_can_be_reached(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "branch.toml"
    devices = ("hub-1", "kiosk-1", "display-1", "console-1")
    accounts = "".join(f'[broker.accounts.{each}]\npassword_file = "{each}"\n' for each in devices)
    file.write_text(ALL.format(kind=kind) + accounts)
    settings = load(file)
    found = names.of_server(settings, "hub-1", ("hub-1", "console-1"))
    assert {"hengelo-hub-1", "hengelo-hub-1.local", "beurt.example", "192.0.2.5", "localhost"} <= set(found)
    assert ("10.42.0.1" in found) is (kind == "own-wifi")
    permitted = names.permitted(settings)
    networks = [ip_network(each) for each in permitted if names._is_address(each.partition("/")[0])]
    assert all(_is_permitted(name, permitted, networks) for name in found)


def _is_permitted(name: str, permitted: tuple[str, ...], networks: list) -> bool:  # type: ignore[type-arg]
    if names._is_address(name):
        return any(ip_network(name).subnet_of(network) for network in networks if network.version == 4)
    return any(name == each or name.endswith(f".{each}") for each in permitted)


def test_a_host_name_is_never_longer_than_a_label_may_be() -> None:
    long = names.host_name("a" * 40, "b" * 40)
    assert len(long) == 63
    assert long != names.host_name("a" * 40, "b" * 39 + "c")
    assert names.host_name("hengelo", "kiosk-1") == "hengelo-kiosk-1"
