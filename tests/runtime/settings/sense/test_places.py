from collections.abc import Callable

import pytest

from runtime.settings.model import Settings
from runtime.settings.sense.places import is_loopback

Told = Callable[[str], list[tuple[str, int | None]]]
Read = Callable[[str], Settings]

ACCOUNTS = "".join(
    f'[broker.accounts.{device}]\npassword_file = "{device}"\n'
    for device in ("hub-1", "kiosk-1", "display-1", "console-1")
)


@pytest.mark.parametrize(("kind", "key"), [("serial", "port"), ("usb", "port"), ("network", "host")])
def test_a_printer_says_where_it_is(told: Told, kind: str, key: str) -> None:
    assert told(f'[[kiosks]]\n[kiosks.printer]\nkind = "{kind}"\n') == [(f"kiosks[0].printer.{key}", 5)]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "[::1]", "localhost"])
def test_a_broker_on_this_machine_needs_no_more(read: Read, host: str) -> None:
    assert is_loopback(host)
    assert read(f'[broker]\nhost = "{host}"\n').broker.tls_ca is None


@pytest.mark.parametrize("host", ["192.0.2.1", "localhost.example.org", "0.0.0.0", "broker", "::"])  # noqa: S104
def test_a_broker_elsewhere_needs_tls_and_an_account_for_each_device(told: Told, host: str) -> None:
    assert not is_loopback(host)
    assert [key for key, _ in told(f'[broker]\nhost = "{host}"\n')] == [
        "broker.tls_ca",
        "broker.accounts.hub-1",
        "broker.accounts.kiosk-1",
        "broker.accounts.display-1",
        "broker.accounts.console-1",
    ]


def test_a_broker_elsewhere_with_tls_and_accounts_is_accepted(read: Read) -> None:
    broker = read(f'[broker]\nhost = "192.0.2.1"\ntls_ca = "ca.crt"\n{ACCOUNTS}').broker
    assert set(broker.accounts) == {"hub-1", "kiosk-1", "display-1", "console-1"}


def test_a_broker_behind_a_socket_is_on_this_machine(read: Read) -> None:
    assert read('[broker]\nhost = "192.0.2.1"\nsocket = "/run/mosquitto/beurt.sock"\n').broker.socket is not None


def test_accounts_carry_the_names_of_devices(told: Told) -> None:
    assert told('[broker.accounts."Hub 1"]\npassword_file = "x"\n') == [('broker.accounts."Hub 1"', 4)]


def test_a_certificate_needs_its_key_and_the_other_way_round(told: Told) -> None:
    assert told('[console]\ntls_key = "a"\n') == [("console.tls_certificate", 4)]
    assert told('[console]\ntls_certificate = "a"\n') == [("console.tls_key", 4)]


@pytest.mark.parametrize("listen", ["127.0.0.1:99999", "host:", ":80", "http://x:80", "a b:80", "::1:80"])
def test_an_address_to_listen_on_is_a_host_and_a_port(told: Told, listen: str) -> None:
    assert told(f'[console]\nlisten = "{listen}"\n') == [("console.listen", 5)]


@pytest.mark.parametrize("listen", ["0.0.0.0:8443", "[::1]:8443", "balie.example.org:443"])
def test_hosts_and_addresses_to_listen_on_are_accepted(read: Read, listen: str) -> None:
    assert read(f'[console]\nlisten = "{listen}"\n').console.listen == listen


def test_a_partner_has_a_name_and_lines(told: Told) -> None:
    text = '[console.partners."The House"]\nlines = []\npassword_file = "x"\n'
    assert told(text) == [('console.partners."The House"', 4), ('console.partners."The House".lines', 5)]


@pytest.mark.parametrize(
    ("key", "value"), [("address", '"192.0.2.5"'), ("gateway", '"home"'), ("dns", '["192.0.2.1", "x"]')]
)
def test_an_address_in_the_network_is_one(told: Told, key: str, value: str) -> None:
    assert [found.removesuffix("[1]") for found, _ in told(f"[network]\n{key} = {value}\n")] == [f"network.{key}"]


def test_a_fixed_address_has_the_size_of_its_network(read: Read) -> None:
    text = '[network]\naddress = "192.0.2.5/24"\ngateway = "192.0.2.1"\ndns = ["2001:db8::1"]\n'
    assert read(text).network.dns == ("2001:db8::1",)
