import pytest
from boxes import ALONE, DEVICES, ON_LOOPBACK, settings

from firmware_config.box import Box, BoxFault, accounts


def test_a_device_that_the_branch_lacks_is_named_with_those_that_it_has() -> None:
    with pytest.raises(BoxFault, match='no device is called "kiosk-9"; the branch file has hub-1, console-1, kiosk-1'):
        Box(settings(), ("kiosk-9",))


def test_a_box_that_is_nothing_is_none() -> None:
    with pytest.raises(BoxFault, match="at least one device"):
        Box(settings(), ())


@pytest.mark.parametrize(("kind", "what"), [("kiosks", "kiosk"), ("displays", "display")])
def test_two_screens_of_a_kind_are_two_boxes(kind: str, what: str) -> None:
    more = settings(more=f'[[{kind}]]\ndevice = "{what}-2"\n')
    devices = (*DEVICES, f"{what}-2")
    told = f"{what}-1 and {what}-2 cannot be one box.*such as --device hub-1 --device console-1"
    with pytest.raises(BoxFault, match=told) as fault:
        Box(more, devices)
    assert not str(fault.value).endswith(f"{what}-2")
    assert Box(more, DEVICES).has_two_screens
    assert Box(more, (f"{what}-2",)).has_screen


def test_a_system_that_is_never_written_to_needs_a_place_for_the_data() -> None:
    with pytest.raises(BoxFault, match="-L beurt-data"):
        Box(settings(), DEVICES, is_root_read_only=True)
    assert Box(settings(), DEVICES, is_root_read_only=True, has_data_partition=True).has_data_partition


def test_a_box_that_is_everything_is_a_hub_a_console_a_kiosk_and_a_display() -> None:
    box = Box(settings(), DEVICES)
    assert box.has_hub
    assert box.has_console
    assert [kiosk.device for kiosk in box.kiosks] == ["kiosk-1"]
    assert [display.device for display in box.displays] == ["display-1"]


def ports(box: Box) -> tuple[int, ...]:
    """Those for other machines, in order."""
    return tuple(sorted(port for port in (box.broker_port, box.console_port, box.enrolment_port) if port))


def test_ports_are_open_only_where_other_machines_have_something_to_ask() -> None:
    assert ports(Box(settings(), DEVICES)) == (8443, 8444, 8883)
    assert ports(Box(settings(), ("hub-1",))) == (8444, 8883)
    assert ports(Box(settings(), ("console-1",))) == (8443,)
    assert ports(Box(settings(), ("kiosk-1", "display-1"))) == ()
    assert ports(Box(settings(broker=ALONE, listen="127.0.0.1:8443"), DEVICES)) == ()


def test_a_branch_file_without_socket_and_tls_means_a_port_of_the_box_itself() -> None:
    assert Box(settings(broker=ON_LOOPBACK), DEVICES).loopback_port == 1883
    assert Box(settings(broker=ALONE), DEVICES).loopback_port is None
    assert Box(settings(), DEVICES).loopback_port is None


@pytest.mark.parametrize(
    ("printer", "is_usb", "is_serial", "is_on_pins"),
    [
        ("usb", True, False, False),
        ("pins", False, True, True),
        ("adapter", False, True, False),
        ("network", False, False, False),
        ("none", False, False, False),
    ],
)
def test_the_kind_of_printer_tells_what_the_box_needs(
    *, printer: str, is_usb: bool, is_serial: bool, is_on_pins: bool
) -> None:
    box = Box(settings(printer=printer), DEVICES)
    assert (box.has_usb_printer, box.has_serial_printer, box.has_printer_on_pins) == (is_usb, is_serial, is_on_pins)
    assert not Box(settings(printer=printer), ("hub-1", "display-1")).printers


def test_a_screen_that_is_higher_than_wide_is_upright() -> None:
    box = Box(settings(kiosk_pixels=(1080, 1920)), DEVICES)
    assert box.is_kiosk_upright
    assert not box.is_display_upright


def test_the_pin_of_the_service_menu_is_with_kiosks_and_with_who_pairs_them() -> None:
    assert Box(settings(), ("hub-1",)).has_service_pin
    assert Box(settings(), ("kiosk-1",)).has_service_pin
    assert not Box(settings(), ("display-1",)).has_service_pin
    assert not Box(settings(broker=ALONE), ("hub-1",)).has_service_pin


def test_the_box_with_the_hub_makes_the_network_of_a_pop_up() -> None:
    pop_up = settings(network='kind = "own-wifi"')
    assert Box(pop_up, DEVICES).is_own_wifi
    assert not Box(pop_up, ("display-1",)).is_own_wifi


def test_every_device_has_an_account_and_who_is_no_device_looks_on() -> None:
    assert accounts(settings()) == {
        "hub-1": "hub",
        "console-1": "console",
        "kiosk-1": "kiosk",
        "display-1": "display",
        "monitor": "monitor",
    }


def test_a_device_without_an_account_is_told_what_to_add() -> None:
    with pytest.raises(BoxFault, match=r'add \[broker.accounts.display-1\] with password_file = "/etc/beurt/secrets/'):
        accounts(settings(broker=ALONE, accounts=("hub-1", "console-1", "kiosk-1")))


def test_a_box_wants_the_programs_of_its_devices() -> None:
    assert Box(settings(), ("display-1",)).programs == ("beurt-display.service",)
    assert "beurt-enrolment.service" not in Box(settings(broker=ALONE), DEVICES).programs
    assert {"mosquitto.service", "beurt-hub.service", "beurt-backup.timer"} <= set(Box(settings(), DEVICES).programs)
