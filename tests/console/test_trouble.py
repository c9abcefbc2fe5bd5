from snapshots import floor

from console.trouble import troubles
from runtime.texts import Texts
from wire.devices import DeviceCondition, DeviceKind, PrinterCondition
from wire.state import FloorDevice

DUTCH = Texts("nl", "staff")


def device(
    name: str, kind: DeviceKind, state: DeviceCondition = "ready", printer: PrinterCondition = "none"
) -> FloorDevice:
    return FloorDevice(device=name, kind=kind, state=state, printer=printer, detail=None)


def told(*devices: FloorDevice) -> tuple[str, ...]:
    return troubles(floor(devices=devices), DUTCH)


def test_devices_that_are_well_are_not_mentioned() -> None:
    assert told(device("kiosk-1", "kiosk", printer="ready"), device("display-1", "display")) == ()


def test_paper_that_is_nearly_out_is_told() -> None:
    assert told(device("kiosk-1", "kiosk", printer="paper-low")) == ("Zuil: papier bijna op",)


def test_a_device_that_is_away_is_that_and_nothing_else() -> None:
    assert told(device("kiosk-1", "kiosk", "offline", "paper-out")) == ("Zuil: geen verbinding",)


def test_of_several_of_a_kind_the_name_tells_which() -> None:
    kiosks = device("kiosk-1", "kiosk", printer="ready"), device("kiosk-2", "kiosk", printer="cover-open")
    assert told(*kiosks) == ("Zuil kiosk-2: klep van de printer staat open",)


def test_hub_and_consoles_are_told_elsewhere() -> None:
    assert told(device("hub-1", "hub", "offline"), device("console-1", "console", "offline")) == ()


def test_without_a_floor_there_is_nothing_to_tell() -> None:
    assert troubles(None, DUTCH) == ()
