"""What each model of printer can do: python-escpos' own database, and what that leaves out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from runtime.settings.model import Printer

FONT_WIDTH_DOTS: Final = 12
FINE_DOTS_PER_MM: Final = 8.0
COARSE_DOTS_PER_MM: Final = 180 / 25.4
COARSE_WIDTH_DOTS: Final = 512
FEWEST_COLUMNS: Final = 30
"""Fewer than this is a slip in the database: the narrowest paper here has 32."""


@dataclass(frozen=True, slots=True)
class PrinterModel:
    """A printer as far as a ticket minds; `pages` is from Python codec to the printer's own number."""

    name: str
    width_dots: int
    columns: int
    """Characters of normal size in a line."""

    pages: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    has_cutter: bool = True
    has_qr: bool = False
    has_near_end: bool = False
    has_process_id: bool = False
    """It tells by GS ( H that a ticket is printed to its end."""

    is_known: bool = False


@dataclass(frozen=True, slots=True)
class _Extra:
    has_process_id: bool = False
    has_near_end: bool = True


_EPSON: Final = _Extra(has_process_id=True)
_PLAIN: Final = _Extra()
_PANEL: Final = _Extra(has_near_end=False)

EXTRAS: Final[Mapping[str, _Extra]] = MappingProxyType(
    {
        "TM-T20II": _Extra(has_process_id=True, has_near_end=False),
        "TM-T20II-42col": _Extra(has_process_id=True, has_near_end=False),
        "TM-L90": _EPSON,
        "TM-P80": _EPSON,
        "TM-T88IV": _EPSON,
        "TM-T88V": _EPSON,
        "TM-T88II": _PLAIN,
        "TM-T88III": _PLAIN,
        "TSP600": _PLAIN,
        "SP2000": _PLAIN,
        "RP-F10-80mm": _PLAIN,
        "RP-F10-58mm": _PLAIN,
        "CT-S651": _PLAIN,
        "TH230": _PLAIN,
        "TH230Plus": _PLAIN,
        "RP326": _PLAIN,
        "TEP-200M": _PLAIN,
        "KR-306": _PLAIN,
        "P822D": _PLAIN,
        "NT-80-V-UL": _PLAIN,
        "POS-5890": _PANEL,
        "NT-5890K": _PANEL,
        "ZJ-5870": _PANEL,
        "Sunmi-V2": _PANEL,
    }
)
"""The models whose entry in the database was judged; any other is handled as unknown."""

CODECS: Final = ("cp437", "cp850", "cp852", "cp857", "cp858", "cp866", "cp1125", "cp1250", "cp1251", "cp1252", "cp1254")


def model_of(printer: Printer) -> PrinterModel:
    """The model of a printer in the branch file; for an unknown one what every printer can do."""
    extra = EXTRAS.get(printer.profile)
    profile = _profiles().get(printer.profile)
    if extra is None or profile is None:
        return PrinterModel(printer.profile, printer.width_dots, printer.width_dots // FONT_WIDTH_DOTS)
    features = profile["features"]
    return PrinterModel(
        name=printer.profile,
        width_dots=printer.width_dots,
        columns=_columns(printer.width_dots, profile["fonts"]["0"]["columns"]),
        pages=_pages(profile["codePages"]),
        has_cutter=features["paperPartCut"] or features["paperFullCut"],
        has_qr=features["qrCode"],
        has_near_end=extra.has_near_end,
        has_process_id=extra.has_process_id,
        is_known=True,
    )


def dots_per_mm(width_dots: int) -> float:
    """How close the dots of a head are that has so many: 180 or 203 to an inch."""
    return COARSE_DOTS_PER_MM if width_dots == COARSE_WIDTH_DOTS else FINE_DOTS_PER_MM


@cache
def _profiles() -> dict[str, Any]:
    # The file is JSON; escpos.capabilities reads it as YAML, which takes a hundred times as long.
    text = (files("escpos") / "capabilities.json").read_text(encoding="utf-8")
    profiles: dict[str, Any] = json.loads(text)["profiles"]
    return profiles


def _columns(width_dots: int, told: int) -> int:
    fitting = width_dots // FONT_WIDTH_DOTS
    return min(told, fitting) if told >= FEWEST_COLUMNS else fitting


def _pages(numbers: Mapping[str, str]) -> Mapping[str, int]:
    by_codec = {name.lower(): int(number) for number, name in reversed(list(numbers.items()))}
    return MappingProxyType({codec: by_codec[codec] for codec in CODECS if codec in by_codec})
