"""Tickets of every language, as bytes and as pictures of the paper."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PIL import Image

from kiosk.printer.models import model_of
from runtime.settings.values import WidthDots
from simulator.paper.picture import paper
from simulator.paper.sample import SETTINGS, kiosk_with, ticket, ticket_bytes

TAKEN = datetime(2026, 11, 21, 10, 41)  # noqa: DTZ001 - the branch's own time


@pytest.fixture
def ticket_in() -> Callable[..., bytes]:
    """The bytes of a ticket in a language."""

    def make(language: str, width_dots: WidthDots = 576, profile: str = "TM-T20II", *, is_large: bool = False) -> bytes:
        kiosk = kiosk_with(SETTINGS, width_dots, profile)
        return ticket_bytes(SETTINGS, kiosk, ticket("B27", language, SETTINGS, 3), TAKEN, is_large=is_large)

    return make


@pytest.fixture
def paper_of() -> Callable[..., Image.Image]:
    """The picture of the paper that bytes become."""

    def draw(data: bytes, width_dots: WidthDots = 576, profile: str = "TM-T20II") -> Image.Image:
        return paper(data, model_of(kiosk_with(SETTINGS, width_dots, profile).printer))

    return draw
