"""Where pieces of paper go: out of a real printer, or into files that show what it would get and make of it."""

import logging
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.printer.choice import device_for
from kiosk.printer.models import PrinterModel, model_of
from runtime.settings.model import Printer

log = logging.getLogger(__name__)

PRINTED, FAILED, CANNOT_START = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of paper: what it is called, and how its bytes are made once the printer said what it is."""

    name: str
    make: Callable[[str | None], bytes]


def to_files(pieces: list[Piece], model: PrinterModel, dump: Path | None, png: Path | None) -> int:
    """Write the bytes of all pieces, a picture of them, or both; the exit code."""
    from simulator.paper.picture import paper
    from simulator.printer.typesetting.glyphs import check_fonts

    data = b"".join(piece.make(None) for piece in pieces)
    try:
        if dump:
            dump.write_bytes(data)
        if png:
            check_fonts()
            paper(data, model).save(png, format="PNG")
    except OSError as fault:
        log.error("%s", fault)  # noqa: TRY400 - the line says what to do
        return CANNOT_START
    return PRINTED


def to_printer(pieces: list[Piece], printer: Printer, is_stopping: Callable[[], bool]) -> int:
    """Print piece by piece; stops at the first that fails and says with which to go on."""
    with closing(device_for(printer, is_stopping)) as device:
        device.look()
        log.info("the printer is %s; it says it is %s", device.state.state, device.identity or "nothing")
        for piece in pieces:
            verdict = device.print(piece.make(device.identity))
            log.info("%s: %s %s", piece.name, verdict.paper, verdict.cause or "")
            if verdict.paper == "failed":
                log.error("%s did not come out: %s; go on from there", piece.name, verdict.cause)
                return FAILED
    return PRINTED


def put(
    pieces: list[Piece], printer: Printer, dump: Path | None, png: Path | None, is_stopping: Callable[[], bool]
) -> int:
    """To files where one is named, else to the printer; the exit code."""
    if dump or png:
        return to_files(pieces, model_of(printer), dump, png)
    return to_printer(pieces, printer, is_stopping)
