"""Bytes for a printer as a picture of the paper that they become."""

from PIL import Image

from kiosk.printer.models import PrinterModel
from simulator.printer.head import head_for
from simulator.printer.printer import VirtualPrinter
from simulator.printer.slip_picture import draw_slip
from simulator.printer.typesetting.codepages import CODE_PAGES

LONG_S = 1e9
"""Longer than any paper takes, also what hangs out until a person tears it off."""

GROUND = 0xEC


def paper(data: bytes, model: PrinterModel) -> Image.Image:
    """What comes out of a printer of this model, slip under slip."""
    pages = {number: codec for codec, number in model.pages.items()} if model.is_known else CODE_PAGES
    printer = VirtualPrinter(head_for(model.width_dots), buffer_bytes=len(data) + 1, pages=pages)
    printer.receive(data, 0.0)
    while printer.wake_at is not None and printer.wake_at < LONG_S:
        printer.run(printer.wake_at)
    return _column([draw_slip(slip) for slip in printer.take_slips()])


def _column(pictures: list[Image.Image]) -> Image.Image:
    if len(pictures) == 1:
        return pictures[0]
    width = max((picture.width for picture in pictures), default=1)
    column = Image.new("L", (width, max(1, sum(picture.height for picture in pictures))), GROUND)
    top = 0
    for picture in pictures:
        column.paste(picture, (0, top))
        top += picture.height
    return column
