"""A visitor at the kiosk: touches, waits for the number, takes the paper."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.demo import branch_file
from simulator.tour.pointer import Spot, touch
from simulator.tour.sights import Watch

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from simulator.demo.stage import Stage

ANSWER_WITHIN_S = 5.0
PAPER_WITHIN_S = 15.0
# Nobody is quicker; the kiosk takes a second touch within half a second for a slip of the finger.
BETWEEN_TOUCHES_S = 0.8

ONE_BUTTON = Spot(0.30, 0.45)
LETTER_TILE = Spot(0.50, 0.27)
DO_NOT_KNOW_TILE = Spot(0.83, 0.74)
DONE = Spot(0.89, 0.77)


class WrongError(Exception):
    """Something happened on the tour, but not what should have."""


@dataclass(frozen=True)
class Paper:
    """A ticket that came out: what it looks like, and the bytes that went to the printer for it."""

    picture: Path
    raw: bytes


class Visitor:
    """Somebody before the kiosk."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._kiosk = Watch("kiosk", stage.kiosk, stage.programs)
        self._wait = stage.programs.wait_for
        self._touched_s = -BETWEEN_TOUCHES_S
        self._papers = 0
        self._bytes_before = 0

    def sees(self) -> Image:
        """What is on the kiosk's screen once it holds still."""
        return self._kiosk.still()

    def sees_change(self) -> Image:
        """What is on the kiosk's screen once it is another than before."""
        return self._kiosk.changed()

    def takes_number(self, spot: Spot) -> str:
        """Touch there, and get a number of the hub; raises WrongError on any other answer."""
        before = len(self._answers())
        self._bytes_before = self._stage.place.ticket_bytes.stat().st_size
        self._touch(spot)
        self._wait("hub", lambda: len(self._answers()) > before, ANSWER_WITHIN_S, "answer to a touch")
        answer = self._answers()[before]
        if not answer.get("ok"):
            raise WrongError(f"the hub refused a ticket: {answer}")
        return str(answer["ticket"]["number"])

    def takes_paper(self, number: str) -> Paper:
        """Wait for the ticket with that number; raises WrongError where another one comes."""
        self._wait("printer", lambda: len(self._pictures()) > self._papers, PAPER_WITHIN_S, "paper")
        picture = self._pictures()[self._papers]
        self._papers += 1
        self._wait("kiosk", lambda: self._is_printed(number), PAPER_WITHIN_S, f"word that {number} was printed")
        raw = self._stage.place.ticket_bytes.read_bytes()[self._bytes_before :]
        if number.encode() not in raw:
            raise WrongError(f"there is no {number} on the paper")
        return Paper(picture, raw)

    def is_done(self) -> None:
        """Touch *Klaar*."""
        self._touch(DONE)

    def _touch(self, spot: Spot) -> None:
        time.sleep(max(0.0, self._touched_s + BETWEEN_TOUCHES_S - time.monotonic()))
        touch(self._stage.kiosk, spot)
        self._touched_s = time.monotonic()

    def _answers(self) -> list[dict[str, Any]]:
        self._stage.monitor.read()
        topic = self._stage.topics.reply(branch_file.KIOSK)
        told = [message.payload for message in self._stage.monitor.heard if message.topic == topic]
        return [answer for answer in told if "ticket" in answer or not answer.get("ok")]

    def _pictures(self) -> list[Path]:
        return sorted(self._stage.place.paper.glob("*.png"))

    def _is_printed(self, number: str) -> bool:
        floor = self._stage.monitor.last(self._stage.topics.state("floor"))
        return any(ticket["number"] == number and ticket["paper"] == "printed" for ticket in floor["waiting"])


def keep(paper: Paper, folder: Path) -> None:
    """Lay the ticket's picture and its bytes in the folder."""
    shutil.copyfile(paper.picture, folder / "ticket.png")
    (folder / "ticket.bin").write_bytes(paper.raw)
