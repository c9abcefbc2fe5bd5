"""Which picture belongs to a name: one object each, as everybody knows it from a telephone.

Nobody has tested them with visitors yet; a branch may give a PNG file of its own instead of a name.
"""

import logging
from functools import cache
from pathlib import Path
from typing import Final

PNG: Final = ".png"
TICKET: Final = "ticket"

log = logging.getLogger(__name__)

EMOJI: Final = {
    "digid": "📱",
    "brief": "📄",
    "geld": "💶",
    "wonen": "🏠",
    "zorg": "🩺",
    "reizen": "🚌",
    "telefoon": "💻",
    "leren": "✏️",
    "auto": "🚗",
    "bank": "🏦",
    "boek": "📖",
    "dokter": "🧑‍⚕️",
    "energie": "💡",
    "envelop": "✉️",
    "foto": "📷",
    "gezin": "👪",
    "medicijn": "💊",
    "mensen": "👥",
    "munten": "🪙",
    "printer": "🖨️",
    "rekenen": "🧮",
    "rijbewijs": "🪪",
    "sleutel": "🔑",
    "telefoongesprek": "☎️",
    "werk": "💼",
    "ziekenhuis": "🏥",
    "help": "🙋",
    "fetch": "🚶",
    "read-aloud": "🔊",
    "closed": "🚪",
    "waiting": "⏳",
    "broken": "💁",
}
"""The set. Those of the default topics come first; the last six are the kiosk's own."""


class Pictures:
    """The picture files of one branch; `folder` is where its own files lie."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def file(self, name: str, width_px: int, height_px: int) -> Path | None:
        """The picture at that size, as a PNG file; None where there is none to show, which is logged once."""
        return _file(self._folder, name, width_px, height_px) if name else None


@cache
def _file(folder: Path, name: str, width_px: int, height_px: int) -> Path | None:
    from kiosk.ticket_picture import ticket_file
    from screenkit.pictures import PictureError, emoji_file, picture_file

    if name == TICKET:
        return ticket_file(width_px, height_px)
    if name not in EMOJI and Path(name).suffix.lower() != PNG:
        log.warning("cannot show the picture %r: give a PNG file, or one of %s", name, ", ".join(sorted(EMOJI)))
        return None
    try:
        if name in EMOJI:
            return emoji_file(EMOJI[name], width_px, height_px)
        return picture_file(folder / name, width_px, height_px)
    except PictureError as fault:
        log.warning("%s", fault)
        return None
