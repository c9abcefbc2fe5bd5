"""Scripts: Arabic from the right, the same figures everywhere, and no empty box on screen or paper."""

from __future__ import annotations

import string
import unicodedata
from dataclasses import replace as changed
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageFont, ImageOps
from strict_escpos import Picture as OnPaper
from strict_escpos import StrictReader
from strict_escpos import Text as Typed

from kiosk.guidance.items import visible_texts
from kiosk.pictures import Pictures
from kiosk.printer.models import model_of
from kiosk.screens.drawing import drawn
from kiosk.screens.paint import BODY_FLOOR, Paint
from kiosk.ticket import fonts as of_tickets
from kiosk.ticket.compose import compose
from kiosk.ticket.dates import day_and_time
from kiosk.ticket.drawing import draw as draw_for_paper
from kiosk.ticket.letters import FOLDED
from kiosk.ticket.render import render
from kiosk.view import ChoiceView, Control, NumberView, View
from kiosk.views.times import day_name
from runtime.catalogues import read, template
from runtime.languages import LANGUAGES, OWN_NAMES, SOURCE
from runtime.settings.catalogue import DESK, KNOWN, LINE_NAMES
from runtime.settings.model import Screen
from runtime.texts import TRANSLATIONS
from runtime.writing.letters import missing
from screenkit import shaping
from screenkit.drawn import Drawn, Picture, Touch, Words
from screenkit.glyphs import Glyph, glyph_file
from screenkit.palette import NORMAL
from screenkit.pictures import picture_size
from screenkit.pieces import pieces
from screenkit.sizes import Scale
from screenkit.type import Weight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk_play import Play

    from runtime.settings.model import Settings
    from screenkit.boxes import Box

PIXELS = (1920, 1080)
SCREEN = Screen(pixels=PIXELS, millimetres=(476, 268))
PAINT = Paint(Scale(SCREEN, PIXELS, body_floor=BODY_FLOOR), NORMAL, Pictures(Path()))
SIGNS = "0123456789 :.,;!?()[]-–·…%/'\"«»€"  # noqa: RUF001 - what layouts and branches put between words
NOTHING = "\U0010ffff"


def stage_in(play: Callable[..., Play], language: str) -> Play:
    """The kiosk after somebody chose a language."""
    stage = play(languages=frozenset(LANGUAGES)).hub_is_here(mode="topics", languages=LANGUAGES)
    if language != SOURCE:
        stage.touches("languages")
        stage.touches("language", language)
    return stage


def with_number(stage: Play) -> Play:
    stage.touches("topic", "brief")
    stage.has_number(number="A42")
    return stage


def views_in(play: Callable[..., Play], language: str) -> Iterator[View]:
    """What a visitor sees in a language, from the topics to the number."""
    stage = stage_in(play, language)
    yield stage.view
    stage.touches("languages")
    yield stage.view
    yield with_number(stage_in(play, language)).view


def touches(view: View) -> dict[Control, Box]:
    parts = [part for part in drawn(PAINT, view) if isinstance(part, Touch)]
    return {part.name: part.box for part in parts if isinstance(part.name, Control)}


def sign_in(parts: list[Drawn], box: Box) -> Path:
    (file,) = [part.file for part in parts if isinstance(part, Picture) and box.holds(part.box)]
    return file


def in_reading_order(controls: list[Control], boxes: dict[Control, Box], *, from_right: bool) -> list[Control]:
    return sorted(controls, key=lambda each: (boxes[each].y, -boxes[each].x if from_right else boxes[each].x))


def all_texts(language: str) -> set[str]:
    """All that visitors may read in a language, of the project's own."""
    catalogue = template("visitor") if language == SOURCE else read(TRANSLATIONS / language / "LC_MESSAGES/visitor.po")
    told = [message.id if language == SOURCE else message.string for message in catalogue if message.id]
    names = [names[language] for names in (LINE_NAMES, DESK, *(topic.names for topic in KNOWN.values()))]
    found = {each for text in told if text for each in ([text] if isinstance(text, str) else text)}
    return {line for text in found | {*names, *OWN_NAMES.values(), SIGNS} for line in text.split("\n") if line}


@pytest.mark.parametrize("way", ["topics", "languages"])
def test_a11y_40_in_arabic_tiles_are_read_from_the_right(play: Callable[..., Play], way: str) -> None:
    for language in (SOURCE, "ar"):
        stage = stage_in(play, language)
        if way == "languages":
            stage.touches("languages")
        view = stage.view
        assert isinstance(view, ChoiceView)
        boxes = touches(view)
        shown = [tile.control for tile in view.tiles if tile.control in boxes]
        assert len({boxes[each].x for each in shown}) > 1
        assert in_reading_order(shown, boxes, from_right=language == "ar") == shown


def test_a11y_40_in_arabic_the_row_lies_as_in_a_mirror(play: Callable[..., Play]) -> None:
    rows = []
    for language in (SOURCE, "ar"):
        stage = stage_in(play, language)
        stage.touches("languages")
        boxes = touches(stage.view)
        rows.append({each.control: boxes[each.control] for each in stage.view.frame.row if each})
    in_dutch, in_arabic = rows
    assert len(in_dutch) > 2
    assert in_arabic == {control: box.mirrored(PIXELS[0]) for control, box in in_dutch.items()}


def test_a11y_40_in_arabic_lines_begin_at_the_right(play: Callable[..., Play]) -> None:
    for language in (SOURCE, "ar"):
        (title,) = [part for part in drawn(PAINT, stage_in(play, language).view) if is_title(part)]
        assert title.ink.width < title.box.width - 100
        ends = (title.ink.right, title.box.right) if language == "ar" else (title.ink.x, title.box.x)
        assert ends[0] == pytest.approx(ends[1], abs=2)


def is_title(part: Drawn) -> TypeGuard[Words]:
    return isinstance(part, Words) and part.name == "title"


@pytest.mark.parametrize(("language", "arrow"), [(SOURCE, "arrow-left"), ("ti", "arrow-left"), ("ar", "arrow-right")])
def test_a11y_40_the_arrow_of_back_points_to_where_one_came_from(
    play: Callable[..., Play], language: str, arrow: Glyph
) -> None:
    stage = stage_in(play, language)
    stage.touches("languages")
    parts = drawn(PAINT, stage.view)
    file = sign_in(parts, touches(stage.view)[Control("back")])
    assert file == glyph_file(arrow, picture_size(file)[0])


def test_a11y_40_number_and_branch_are_not_turned_over(play: Callable[..., Play]) -> None:
    stage = with_number(stage_in(play, "ar"))
    view = stage.view
    assert isinstance(view, NumberView)
    words = {part.name: part for part in drawn(PAINT, view) if isinstance(part, Words)}
    assert words["number"].text == "A42"
    left_most = pieces("رقمك A42", "ar", "heavy")[0]
    assert (left_most.text, left_most.direction) == ("A42", "ltr")
    header = next(part for part in words.values() if part.text.startswith("Bibliotheek Hengelo"))
    assert header.written_in == SOURCE
    assert header.ink.x > PIXELS[0] / 2


def test_a11y_40_pictures_stand_in_a_mirror_but_are_not_turned_over(play: Callable[..., Play]) -> None:
    in_dutch, in_arabic = (pictures_of_tiles(stage_in(play, language).view) for language in (SOURCE, "ar"))
    assert len(in_dutch) > 4
    for control in in_dutch.keys() & in_arabic.keys():
        one, other = in_dutch[control], in_arabic[control]
        assert difference(one, other) < difference(one, ImageOps.mirror(other)), control


def pictures_of_tiles(view: View) -> dict[Control, Image.Image]:
    """What each tile shows, as large as any other."""
    assert isinstance(view, ChoiceView)
    parts, boxes, shown = drawn(PAINT, view), touches(view), {}
    for tile in view.tiles:
        if tile.control in boxes:
            with Image.open(sign_in(parts, boxes[tile.control])) as opened:
                shown[tile.control] = opened.convert("LA").resize((96, 96))
    return shown


def difference(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one, other).tobytes())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_40_figures_are_0_to_9_on_every_screen(play: Callable[..., Play], language: str) -> None:
    told = "".join(text for view in views_in(play, language) for text in visible_texts(view))
    assert {letter for letter in told if letter.isdecimal()} <= set(string.digits)
    assert "42" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_40_days_and_times_are_written_with_0_to_9(language: str) -> None:
    first = datetime(2026, 1, 1, 14, 30, tzinfo=UTC)
    for day in (first + timedelta(days=days) for days in range(0, 366, 5)):
        told = day_and_time(day, language) + day_name(day, language, with_date=True)
        assert {letter for letter in told if letter.isdecimal()} <= set(string.digits)
        assert "14:30" in told
        assert str(day.day) in told


def test_a11y_40_the_ticket_is_from_right_to_left_and_its_number_upright(
    play: Callable[..., Play], settings: Settings
) -> None:
    stage = stage_in(play, "ar")
    ticket = replace(stage.ticket, language="ar", number="A42")
    paper = StrictReader("TM-T20II", 576)
    kiosk = replace(stage.kiosk, printer=replace(stage.kiosk.printer, profile="TM-T20II", width_dots=576))
    put = list(paper.read(render(compose(ticket, settings, kiosk, None), model_of(kiosk.printer))))
    assert "A42" in [piece.text for piece in put if isinstance(piece, Typed)]
    assert any(isinstance(piece, OnPaper) for piece in put)
    (line,), (first,) = (draw_for_paper(text, "ar", 24, 576) for text in ("A42 رقمك", "A42"))
    assert line.width_bytes > first.width_bytes
    assert [run.text for run in of_tickets.runs("A42 رقمك", "ar")][-1] == "A42"


@pytest.mark.parametrize("weight", ["regular", "strong", "heavy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_41_every_letter_on_the_screen_is_in_its_font(language: str, weight: Weight) -> None:
    for text in all_texts(language):
        assert missing(text) == "", text
        for piece in pieces(text, language, weight):
            assert [letter for letter in piece.text if is_empty_box(piece.file, letter)] == [], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a11y_41_every_letter_on_the_ticket_is_in_its_font(language: str) -> None:
    for text in all_texts(language):
        for run in of_tickets.runs(text.translate(FOLDED), language):
            path = next(file for name in run.face.files if (file := of_tickets.FOLDER / name).exists())
            assert [letter for letter in run.text if is_empty_box(str(path), letter)] == [], text


@pytest.mark.parametrize("language", ["ar", "ti", "uk"])
def test_a11y_41_what_is_drawn_is_no_row_of_empty_boxes(language: str) -> None:
    for text in all_texts(language):
        letters = "".join(letter for letter in text if unicodedata.category(letter)[0] == "L")
        if len(set(letters)) > 3:
            boxes = NOTHING * len(letters)
            (line, *_), (tofu, *_) = (draw_for_paper(each, language, 24, 9_999) for each in (letters, boxes))
            assert line.bits != tofu.bits, text
            assert shaping.draw(letters, 40, "regular", language).getbbox() is not None


def test_a11y_41_what_no_font_has_is_no_empty_box_either(play: Callable[..., Play]) -> None:
    view = stage_in(play, "ar").view
    view = changed(view, frame=changed(view.frame, header="Bibliotheek 图书 📚 Hengelo"))
    (header,) = [part for part in drawn(PAINT, view) if isinstance(part, Words) and "📚" in part.text]
    seen = pieces(header.text, header.written_in, header.weight)
    assert "".join(piece.text for piece in seen) == "Bibliotheek ?? Hengelo"
    assert [letter for piece in seen for letter in piece.text if is_empty_box(piece.file, letter)] == []


@cache
def is_empty_box(file: str, letter: str) -> bool:
    """Whether the font has nothing for it but the box that stands for what it lacks; seen apart from our own tables."""
    if letter.isspace() or unicodedata.category(letter) == "Cf":
        return False
    face = ImageFont.truetype(file, 31, layout_engine=ImageFont.Layout.BASIC)
    return bytes(face.getmask(letter)) == bytes(face.getmask(NOTHING))
