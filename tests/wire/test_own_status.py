from datetime import UTC, datetime, timedelta
from importlib.metadata import version

from wire.devices import PrinterState
from wire.own_status import OwnStatus

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_status_tells_when_the_program_began_and_what_time_it_is() -> None:
    moments = iter([NOON, NOON + timedelta(seconds=60)])
    status = OwnStatus("kiosk-1", "kiosk", lambda: next(moments)).of()
    assert (status.device, status.kind, status.state) == ("kiosk-1", "kiosk", "ready")
    assert (status.since, status.at) == ("2026-11-21T12:00:00.000Z", "2026-11-21T12:01:00.000Z")
    assert status.version == version("aan-de-beurt")


def test_a_status_tells_what_else_the_program_knows() -> None:
    low = PrinterState("paper-low")
    status = OwnStatus("kiosk-1", "kiosk").of("degraded", printer=low, facts={"is_heard": True})
    assert (status.state, status.printer, status.facts) == ("degraded", low, {"is_heard": True})


def test_the_last_will_says_that_the_device_is_gone() -> None:
    own = OwnStatus("display-1", "display", lambda: NOON)
    assert own.offline.state == "offline"
    assert own.offline.at == own.offline.since == own.of().since
