from __future__ import annotations

from collections.abc import Callable
from random import Random
from threading import Event, current_thread
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.printer import commands
from kiosk.printer.patience import JOB_LIMIT_S
from kiosk.printer.result import PrintResult
from kiosk.printer.roll import Roll
from kiosk.printer.worker import MOST_JOBS, PrinterWorker
from runtime.settings.model import Printer
from wire.devices import PrinterState

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Connected, DeafLine, VirtualPrinterAtWork, Watched

    Watch = Callable[..., Watched]

TICKET = commands.START + b"27\n" * 6 + commands.CUT
DARK = 0x40
TICKET_ROWS = 165
BANDS = 20
LONG = commands.START + commands.bands(b"\x55" * 72 * 24 * BANDS, 72, is_doubled=False) + commands.CUT
DRAWN_BANDS = 4
DRAWN = commands.START + commands.bands(b"\x0f" * 36 * 24 * DRAWN_BANDS, 36, is_doubled=True) + commands.CUT
"""As many bytes as a ticket in Arabic has."""

DRAWN_ROWS = 2 * 24 * DRAWN_BANDS
SLOW_BYTES_A_SECOND = 960
RECOVERY_S = 30
BAUD = 115200
LIMIT_S = 3 + len(LONG) * 10 / BAUD
FAULTS = {"paper-out": "paper-out", "cover-open": "cover-open", "mute": "silent", "vanish": "gone"}
STATES = {"paper-out": "paper-out", "cover-open": "cover-open", "mute": "offline", "vanish": "offline"}


def on_line(folder: Path, profile: str = "TM-T20II") -> Printer:
    return Printer(kind="serial", port=str(folder / "line"), baud=BAUD, flow="rtscts", profile=profile)


def ready(watched: Watched, limit_s: float = RECOVERY_S) -> bool:
    return watched.wait_until(lambda: watched.state == "ready", limit_s)


def ink_rows(slip: Path) -> int:
    with Image.open(slip) as picture:
        box = picture.point([255 * (value < DARK) for value in range(256)]).getbbox()
        return box[3] - box[1] if box else 0


def test_a_job_on_a_serial_line_is_known_to_be_printed(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    assert watch(on_line(tmp_path)).print("a", TICKET) == PrintResult("a", "printed")
    assert len(serial_printer.slips) == 1


def test_a_model_without_process_ids_is_only_known_to_have_taken_the_job(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    assert watch(on_line(tmp_path, "TM-T88III")).print("a", TICKET) == PrintResult("a", "processed")
    assert serial_printer.wait_for_slips(1)


def test_a_job_over_the_network_is_known_to_be_printed(
    network_printer: tuple[VirtualPrinterAtWork, int], watch: Watch
) -> None:
    printer, port = network_printer
    kiosk = watch(Printer(kind="network", host=f"127.0.0.1:{port}", profile="TM-T20II"))

    assert kiosk.print("a", TICKET) == PrintResult("a", "printed")
    assert len(printer.slips) == 1


def test_a_job_on_a_device_node_is_known_to_be_printed_also_after_it_was_gone(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    kiosk = watch(Printer(kind="usb", port=str(tmp_path / "line"), profile="TM-T20II"))
    assert kiosk.print("a", TICKET) == PrintResult("a", "printed")
    serial_printer.say("vanish")
    assert kiosk.print("b", TICKET) == PrintResult("b", "failed", "gone")
    serial_printer.say("ok")
    assert ready(kiosk)
    assert kiosk.print("c", TICKET) == PrintResult("c", "printed")
    assert len(serial_printer.slips) == 2


def test_a_picture_that_an_earlier_program_left_open_swallows_nothing(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    with (tmp_path / "line").open("wb") as line:
        line.write(commands.bands(bytes(72 * 24), 72, is_doubled=False)[:100])

    assert watch(on_line(tmp_path)).print("a", TICKET) == PrintResult("a", "printed")
    assert ink_rows(serial_printer.slips[-1]) == TICKET_ROWS


def test_the_printer_says_who_it_is(serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path) -> None:
    kiosk = watch(on_line(tmp_path))
    assert ready(kiosk)
    assert kiosk.states == [PrinterState("ready", "AAN DE BEURT VIRTUAL")]
    assert serial_printer.slips == []


@pytest.mark.parametrize("word", FAULTS)
def test_a_fault_before_a_job_is_told_at_once_and_nothing_comes_out_later(
    word: str, connected: Connected, watch: Watch
) -> None:
    kiosk, machine = watch(connected.printer), connected.machine
    assert ready(kiosk)
    machine.say(word)

    begun = monotonic()
    failed = kiosk.print("a", TICKET)
    took_s = monotonic() - begun
    assert (failed.paper, failed.cause, kiosk.state) == ("failed", FAULTS[word], STATES[word])
    assert took_s < JOB_LIMIT_S

    machine.say("ok")
    assert ready(kiosk)
    assert kiosk.print("b", TICKET).paper == "printed"
    assert len(machine.slips) == 1


@pytest.mark.parametrize("word", FAULTS)
def test_a_fault_in_a_job_fails_it_and_its_rest_never_comes_out(word: str, connected: Connected, watch: Watch) -> None:
    kiosk, machine = watch(connected.printer), connected.machine
    assert ready(kiosk)
    kiosk.worker.print("a", LONG)
    kiosk.wait_until(lambda: False, 0.3)
    machine.say(word)

    assert kiosk.wait_until(lambda: bool(kiosk.results), LIMIT_S)
    assert kiosk.results == [PrintResult("a", "failed", FAULTS[word])]

    machine.say("ok")
    assert ready(kiosk)
    assert kiosk.print("b", TICKET).paper == "printed"
    *broken_off, last = machine.slips
    assert sum(ink_rows(slip) for slip in broken_off) < 24 * BANDS
    assert ink_rows(last) == TICKET_ROWS


def test_paper_that_is_back_is_seen_by_itself_and_told_once(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    kiosk = watch(on_line(tmp_path))
    assert ready(kiosk)
    serial_printer.say("paper-low")
    assert kiosk.wait_until(lambda: kiosk.state == "paper-low")
    serial_printer.say("paper-out")
    assert kiosk.wait_until(lambda: kiosk.state == "paper-out")
    serial_printer.say("ok")
    assert ready(kiosk)

    assert [state.state for state in kiosk.states] == ["ready", "paper-low", "paper-out", "ready"]


def test_a_ticket_on_paper_that_runs_low_is_printed(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    serial_printer.say("paper-low")
    assert watch(on_line(tmp_path)).print("a", TICKET) == PrintResult("a", "printed")


@pytest.mark.parametrize("connected", ["serial"], indirect=True)
def test_a_slow_line_only_takes_longer_also_for_a_drawn_ticket(connected: Connected, watch: Watch) -> None:
    kiosk, machine = watch(connected.printer), connected.machine
    machine.say("slow 9600")
    assert kiosk.print("a", TICKET) == PrintResult("a", "printed")

    begun = monotonic()
    assert kiosk.print("b", DRAWN) == PrintResult("b", "printed")
    assert len(DRAWN) / SLOW_BYTES_A_SECOND - 1 < monotonic() - begun < len(DRAWN) / SLOW_BYTES_A_SECOND + 3
    assert len(machine.slips) == 2


@pytest.mark.parametrize(("connected", "word"), [("serial", "paper-out"), ("network", "mute")], indirect=["connected"])
def test_a_fault_on_a_slow_line_is_told_within_the_time_that_its_bytes_need_and_three_seconds(
    word: str, connected: Connected, watch: Watch
) -> None:
    kiosk, machine = watch(connected.printer), connected.machine
    assert ready(kiosk)
    machine.say("slow 9600")
    kiosk.worker.print("a", DRAWN)
    kiosk.wait_until(lambda: False, 1)
    machine.say(word)

    assert kiosk.wait_until(lambda: bool(kiosk.results), len(DRAWN) / SLOW_BYTES_A_SECOND + 3 - 1)
    assert kiosk.results[0].paper == "failed"
    machine.say("ok")
    assert ready(kiosk)
    assert kiosk.print("b", TICKET).paper == "printed"
    assert sum(ink_rows(slip) for slip in machine.slips[:-1]) < DRAWN_ROWS


def test_a_printer_that_never_answers_gets_the_job_and_no_more_is_claimed(
    deaf_line: Callable[..., DeafLine], watch: Watch, tmp_path: Path
) -> None:
    line = deaf_line(is_read=True)
    kiosk = watch(on_line(tmp_path))

    assert kiosk.print("a", TICKET) == PrintResult("a", "sent")
    assert TICKET in line.received
    assert kiosk.states == [PrinterState("unknown")]


def test_a_line_that_takes_nothing_fails_the_job_in_time(
    deaf_line: Callable[..., DeafLine], watch: Watch, tmp_path: Path
) -> None:
    deaf_line(is_read=False)
    kiosk = watch(on_line(tmp_path))
    assert kiosk.wait_until(lambda: bool(kiosk.states))

    begun = monotonic()
    assert kiosk.print("a", LONG) == PrintResult("a", "failed", "too-slow")
    assert monotonic() - begun < LIMIT_S + 2


def test_a_printer_that_is_not_there_is_told_and_found_when_it_comes(
    watch: Watch, tmp_path: Path, plug_in: Callable[[], VirtualPrinterAtWork]
) -> None:
    kiosk = watch(on_line(tmp_path))
    assert kiosk.print("a", TICKET) == PrintResult("a", "failed", "not-found")
    assert kiosk.states == [PrinterState("offline", "not-found")]

    printer = plug_in()
    assert ready(kiosk)
    assert kiosk.print("b", TICKET).paper == "printed"
    assert len(printer.slips) == 1


def test_a_kiosk_without_a_printer_says_so(watch: Watch) -> None:
    kiosk = watch(Printer(kind="none"))
    assert kiosk.print("a", TICKET) == PrintResult("a", "failed", "no-printer")
    assert kiosk.states == [PrinterState("none")]


def test_a_job_is_done_once(serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path) -> None:
    kiosk = watch(on_line(tmp_path))
    kiosk.print("a", TICKET)
    kiosk.worker.print("a", TICKET)
    kiosk.print("b", TICKET)

    assert [result.job_id for result in kiosk.results] == ["a", "b"]
    assert len(serial_printer.slips) == 2


def test_more_jobs_than_the_queue_holds_are_refused(watch: Watch, tmp_path: Path) -> None:
    kiosk = watch(on_line(tmp_path))
    going_on = Event()

    def slow() -> bytes:
        going_on.wait(60)
        return TICKET

    kiosk.worker.print("first", slow)
    kiosk.wait_until(lambda: False, 0.5)
    for number in range(MOST_JOBS + 1):
        kiosk.worker.print(f"job-{number}", TICKET)
    assert kiosk.results == [PrintResult(f"job-{MOST_JOBS}", "failed", "busy")]
    going_on.set()
    assert kiosk.wait_until(lambda: len(kiosk.results) == MOST_JOBS + 2)


def test_bytes_are_made_on_the_workers_own_thread(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    threads: list[str] = []

    def make() -> bytes:
        threads.append(current_thread().name)
        return TICKET

    assert watch(on_line(tmp_path)).print("a", make).paper == "printed"
    assert threads == ["printer"]
    assert len(serial_printer.slips) == 1


def test_a_ticket_that_cannot_be_made_is_not_the_last(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    def fail() -> bytes:
        raise KeyError("no such text")

    kiosk = watch(on_line(tmp_path))
    assert kiosk.print("a", fail) == PrintResult("a", "failed", "error")
    assert kiosk.print("b", TICKET).paper == "printed"
    assert len(serial_printer.slips) == 1


def test_stopping_in_a_job_takes_a_few_seconds_at_most(
    deaf_line: Callable[..., DeafLine], watch: Watch, tmp_path: Path
) -> None:
    deaf_line(is_read=False)
    kiosk = watch(on_line(tmp_path))
    kiosk.worker.print("a", LONG)
    kiosk.worker.print("b", TICKET)
    kiosk.wait_until(lambda: False, 2)

    begun = monotonic()
    kiosk.worker.stop()
    assert monotonic() - begun < 8
    assert kiosk.results == [PrintResult("a", "failed", "stopped"), PrintResult("b", "failed", "stopped")]


def test_what_the_first_ticket_needs_is_loaded_on_the_workers_thread() -> None:
    warmed = Event()
    worker = PrinterWorker(Printer(kind="none"), lambda _: None, lambda _: None, warm_up=warmed.set)
    worker.start()
    assert warmed.wait(30)
    worker.stop()


def test_a_new_roll_is_told_to_the_printers_thread_and_kept_for_the_next_start(
    serial_printer: VirtualPrinterAtWork, watch: Watch, tmp_path: Path
) -> None:
    file = tmp_path / "roll.json"
    file.write_text('{"mm": 79000.0, "is_out": false}')
    kiosk = watch(on_line(tmp_path), file)
    assert kiosk.wait_until(lambda: kiosk.state == "paper-low")
    kiosk.worker.take_new_roll()
    assert ready(kiosk)
    assert kiosk.worker.identity == "AAN DE BEURT VIRTUAL"
    assert kiosk.print("a", TICKET).paper == "printed"
    kiosk.worker.stop()
    assert 30 < Roll(576, file).used_mm < 40
    assert len(serial_printer.slips) == 1


@pytest.mark.long
@pytest.mark.timeout(600)
def test_on_a_real_line_no_ticket_is_missing_or_twice_either(connected: Connected, watch: Watch) -> None:
    kiosk, machine = watch(connected.printer), connected.machine
    chance = Random(7)  # noqa: S311 - the same bad morning each time
    printed = 0
    for number in range(40):
        word = chance.choice([*FAULTS, "slow 19200", "", "", ""])
        kiosk.worker.print(f"job-{number}", LONG if number % 4 else TICKET)
        kiosk.wait_until(lambda: False, chance.uniform(0, 0.6))
        if word:
            machine.say(word)
        assert kiosk.wait_until(lambda number=number: len(kiosk.results) == number + 1, 3 * LIMIT_S)
        printed += kiosk.results[-1].paper == "printed"
        machine.say("ok")
        assert ready(kiosk)
    whole = sum(ink_rows(slip) in {TICKET_ROWS, 24 * BANDS} for slip in machine.slips)
    assert 15 < printed <= whole < 40
