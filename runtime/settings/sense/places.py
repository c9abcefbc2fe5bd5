"""Whether devices can reach each other as the file says: printers, broker, console, network."""

from collections.abc import Callable
from ipaddress import ip_address, ip_interface

from runtime.settings.sense.draft import Draft
from runtime.settings.values import NAME

MOST_PORT = 65535


def check_printers(draft: Draft) -> None:
    """Refuse a printer without the key that tells where it is."""
    needed = {"serial": "port", "usb": "port", "network": "host"}
    for index, kiosk in enumerate(draft.settings.kiosks):
        key = needed.get(kiosk.printer.kind)
        if key and ("kiosks", index, "printer", key) not in draft.given:
            kind = kiosk.printer.kind
            draft.report(("kiosks", index, "printer", key), None, f'this key, as the kind of printer is "{kind}"')


def check_broker(draft: Draft) -> None:
    """Refuse a broker elsewhere without TLS and an account for each device."""
    broker = draft.settings.broker
    for name in broker.accounts:
        if not NAME.fullmatch(name):
            draft.report(("broker", "accounts", name), {}, "the name of a device as its key")
    if broker.socket or is_loopback(broker.host):
        return
    if ("broker", "tls_ca") not in draft.given:
        draft.report(("broker", "tls_ca"), None, "a certificate authority, as the broker is another machine")
    for _, device in draft.devices():
        if device and device not in broker.accounts:
            expected = "an account for each device, as the broker is another machine"
            draft.report(("broker", "accounts", device), None, expected)


def check_console(draft: Draft) -> None:
    """Refuse a port that does not exist, half a certificate, and a partner without a name or a line."""
    console = draft.settings.console
    if int(console.listen.rpartition(":")[2] or 0) > MOST_PORT:
        draft.report(("console", "listen"), console.listen, f"a port of at most {MOST_PORT}")
    pair = ("tls_certificate", "tls_key")
    for key, other in (pair, pair[::-1]):
        if ("console", key) in draft.given and ("console", other) not in draft.given:
            draft.report(("console", other), None, f"this key, as {key} is there")
    for name, partner in console.partners.items():
        if not NAME.fullmatch(name):
            draft.report(("console", "partners", name), {}, "the name of a partner as its key")
        if ("console", "partners", name, "lines") in draft.given and not partner.lines:
            draft.report(("console", "partners", name, "lines"), (), "at least one line")


def check_network(draft: Draft) -> None:
    """Refuse an address that is none."""
    network = draft.settings.network
    if network.address != "dhcp" and not ("/" in network.address and _parses(ip_interface, network.address)):
        draft.report(("network", "address"), network.address, '"dhcp" or an address such as "192.0.2.5/24"')
    if network.gateway is not None and not _parses(ip_address, network.gateway):
        draft.report(("network", "gateway"), network.gateway, 'an address such as "192.0.2.1"')
    for index, server in enumerate(network.dns):
        if server and not _parses(ip_address, server):
            draft.report(("network", "dns", index), server, 'an address such as "192.0.2.1"')


def is_loopback(host: str) -> bool:
    """Is this host the machine itself?"""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _parses(parser: Callable[[str], object], text: str) -> bool:
    try:
        parser(text)
    except ValueError:
        return False
    return True
