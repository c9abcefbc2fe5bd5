from ledger_driver import LedgerDriver

from hub import devices as module
from hub.devices import Devices
from wire.devices import DeviceCondition, DeviceStatus, PrinterCondition, PrinterState

AT = "2026-11-22T09:00:00.000Z"


def status(
    state: DeviceCondition = "ready",
    printer: PrinterCondition = "ready",
    device: str = "kiosk-1",
    detail: str | None = None,
) -> DeviceStatus:
    return DeviceStatus(
        device=device, kind="kiosk", state=state, at=AT, since=AT, version="1", printer=PrinterState(printer, detail)
    )


def test_all_devices_of_the_branch_file_are_there_and_offline_until_they_are_heard(ledger: LedgerDriver) -> None:
    floor = Devices(ledger.settings).on_the_floor()
    assert [(row.device, row.kind, row.state, row.printer, row.detail) for row in floor] == [
        ("hub-1", "hub", "offline", "none", None),
        ("kiosk-1", "kiosk", "offline", "unknown", None),
        ("kiosk-2", "kiosk", "offline", "none", None),
        ("display-1", "display", "offline", "none", None),
        ("console-1", "console", "offline", "none", None),
    ]


def test_a_device_is_as_it_says_itself(ledger: LedgerDriver) -> None:
    devices = Devices(ledger.settings)
    devices.hear(status("degraded", "paper-out", detail="rol " * 100))
    row = devices.on_the_floor()[1]
    assert (row.state, row.printer) == ("degraded", "paper-out")
    assert row.detail is not None
    assert len(row.detail) == module.LONGEST_DETAIL


def test_only_another_state_is_news(ledger: LedgerDriver) -> None:
    devices = Devices(ledger.settings)
    told = [status(), status(), status(printer="paper-low"), status("offline", "paper-low"), status()]
    assert [devices.hear(each) for each in told] == [True, False, True, True, True]


def test_what_the_broker_kept_is_no_news_of_a_device_that_was_not_heard_yet(ledger: LedgerDriver) -> None:
    devices = Devices(ledger.settings)
    assert not devices.hear(status(), is_news=False)
    assert devices.hear(status("offline"), is_news=False)


def test_a_stranger_or_another_kind_of_device_is_not_taken_in(ledger: LedgerDriver) -> None:
    devices = Devices(ledger.settings)
    assert not devices.hear(status(device="kiosk-9"))
    assert not devices.hear(status(device="display-1"))
    assert {row.state for row in devices.on_the_floor()} == {"offline"}


def test_a_device_that_fell_silent_is_offline_even_without_its_will(ledger: LedgerDriver, monkeypatch: object) -> None:
    devices = Devices(ledger.settings)
    devices.hear(status())
    monkeypatch.setattr(module, "SILENT_AFTER_S", -1.0)  # type: ignore[attr-defined]
    assert devices.on_the_floor()[1].state == "offline"
