"""Starts the virtual printer and keeps it running until it is told to stop."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING, BinaryIO

from runtime.logs import configure
from runtime.process import Stop
from simulator.printer.bench import Bench
from simulator.printer.control import ControlFifo
from simulator.printer.head import head_for
from simulator.printer.network_port import NetworkPort
from simulator.printer.printer import VirtualPrinter
from simulator.printer.serial_port import SerialPort
from simulator.printer.tray import Tray
from simulator.printer.typesetting.glyphs import check_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.printer.port import Port

log = logging.getLogger(__name__)

CANNOT_START = 2


def run(
    *,
    serial: Path | None,
    tcp: int | None,
    paper: Path,
    dump: Path | None,
    control: Path | None,
    width_dots: int = 576,
) -> int:
    """Print what arrives at the serial link or at the TCP port until SIGTERM; the exit code."""
    configure("printer")
    stop = Stop()
    with contextlib.ExitStack() as stack:
        try:
            port = _port(serial, tcp)
            bench = _bench(stack, port, paper, dump, width_dots)
            fifo = stack.enter_context(contextlib.closing(ControlFifo(control))) if control else None
            port.open()
        except (OSError, ValueError) as fault:
            log.error("the printer cannot start: %s", fault)  # noqa: TRY400 - the line says enough; a traceback would hide it
            return CANNOT_START
        stack.callback(port.close)
        log.info("the printer is ready at %s", serial or f"port {tcp}")
        while not stop.is_asked():
            bench.turn(fifo)
    return 0


def _port(serial: Path | None, tcp: int | None) -> Port:
    if serial is not None and tcp is None:
        return SerialPort(serial)
    if tcp is not None and serial is None:
        return NetworkPort(tcp)
    raise ValueError("give either a serial link or a TCP port")


def _bench(stack: contextlib.ExitStack, port: Port, paper: Path, dump: Path | None, width_dots: int) -> Bench:
    check_fonts()
    raw: BinaryIO | None = stack.enter_context(dump.open("ab")) if dump else None
    return Bench(VirtualPrinter(head_for(width_dots)), port, Tray(paper), raw)
