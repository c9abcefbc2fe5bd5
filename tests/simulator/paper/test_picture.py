from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFilter, ImageOps
from strict_escpos import Picture, StrictReader

from runtime.languages import LANGUAGES
from runtime.settings.values import WidthDots
from runtime.texts import Texts
from simulator.paper.sample import PLACE

OUTPUT = Path(__file__).parents[3] / "out" / "tickets"
WIDTHS: tuple[WidthDots, ...] = (384, 512, 576, 640)
OTHER = "TM-T20II-42col"
DARK = 0x40
READERS = {"ar": "ara", "ti": "tir"}
INK_SPREAD_DOTS = 1.5
MARGIN_DOTS = 40


def is_dark(value: int) -> int:
    return 255 * (value < DARK)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width_dots", WIDTHS)
def test_each_ticket_is_shown_as_a_person_would_hold_it(
    ticket_in: Callable[..., bytes], paper_of: Callable[..., Image.Image], language: str, width_dots: WidthDots
) -> None:
    """The pictures stay in out/tickets, to be looked at."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    shown = paper_of(ticket_in(language, width_dots), width_dots)
    shown.save(OUTPUT / f"{language}-{width_dots}.png")

    ink = shown.point(is_dark).getbbox()
    assert ink is not None
    left, right = ink[0], shown.width - ink[2]
    assert abs(left - right) < 16
    assert min(left, right) > 28


def test_letters_are_read_by_the_printers_own_numbers_for_code_pages(
    ticket_in: Callable[..., bytes], paper_of: Callable[..., Image.Image]
) -> None:
    star, epson = ticket_in("uk", profile="TSP600"), ticket_in("uk", profile=OTHER)
    assert star != epson
    assert paper_of(star, profile="TSP600").tobytes() == paper_of(epson, profile=OTHER).tobytes()
    assert paper_of(star, profile=OTHER).tobytes() != paper_of(epson, profile=OTHER).tobytes()


def test_pieces_of_paper_lie_one_under_the_other(
    ticket_in: Callable[..., bytes], paper_of: Callable[..., Image.Image]
) -> None:
    one = paper_of(ticket_in("nl"))
    assert paper_of(ticket_in("nl") * 3).size == (one.width, 3 * one.height)


def test_a_printer_without_a_cutter_gives_paper_that_was_torn_off(
    ticket_in: Callable[..., bytes], paper_of: Callable[..., Image.Image]
) -> None:
    assert paper_of(ticket_in("nl", 384, "POS-5890"), 384, "POS-5890").height > 700


@pytest.mark.parametrize("language", READERS)
@pytest.mark.parametrize("width_dots", [384, 576])
def test_a_stranger_reads_the_drawn_lines(
    ticket_in: Callable[..., bytes], language: str, width_dots: WidthDots
) -> None:
    reader = StrictReader("TM-T20II", width_dots)
    drawn = [piece.image for piece in reader.read(ticket_in(language, width_dots)) if isinstance(piece, Picture)]
    *running, date = [read_by_machine(image, READERS[language]) for image in drawn]

    texts = Texts(language, "visitor")
    people = texts.plural("Er is nog {n} persoon voor u.", "Er zijn nog {n} mensen voor u.", 3).format(n=3)
    told = [people, texts.text("Ga zitten {place}.").format(place=PLACE[language]), texts.text("Bewaar deze bon.")]
    assert " ".join(running) == " ".join(told)
    assert date.endswith("10:41")


def read_by_machine(line: Image.Image, language: str) -> str:
    """What tesseract reads in one line, with the ink spread as paper does."""
    if shutil.which("tesseract") is None:
        pytest.skip("install tesseract-ocr to have the drawn lines read back")
    known = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True).stdout
    if language not in known.split():
        pytest.skip(f"install tesseract-ocr-{language} to have these lines read back")
    paper = ImageOps.expand(ImageOps.invert(line.convert("L")), MARGIN_DOTS, fill=255)
    scan = io.BytesIO()
    paper.filter(ImageFilter.GaussianBlur(INK_SPREAD_DOTS)).save(scan, "PNG", dpi=(203, 203))
    command = ["tesseract", "-", "-", "-l", language, "--psm", "7"]
    return subprocess.run(command, input=scan.getvalue(), capture_output=True, check=True).stdout.decode().strip()
