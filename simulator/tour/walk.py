"""The walk itself: visitors at the kiosk, a member of staff at a desk, every window seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.demo import branch_file, stage
from simulator.tour import visitor
from simulator.tour.sights import Watch, save
from simulator.tour.visitor import DO_NOT_KNOW_TILE, LETTER_TILE, ONE_BUTTON, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL.Image import Image

    from simulator.demo.stage import Stage
    from simulator.tour.staff import Staff
    from simulator.tour.transcript import Transcript
    from wire.topics import StateKind

SHOWN_WITHIN_S = 5.0
RESTART_WITHIN_S = 20.0
DESK, DESK_NAME = "1", "Balie 1"


@dataclass
class Walk:
    """One walk through the stage; whatever is not as it should be raises."""

    stage: Stage
    folder: Path
    staff: Staff
    transcript: Transcript

    def __post_init__(self) -> None:
        self._step = self.transcript.step
        self._visitor = Visitor(self.stage)
        self._board = Watch("display", self.stage.display, self.stage.programs)

    def whole(self) -> None:
        """From nobody in the room to the second visitor helped."""
        self._staff_sit_down()
        self._nobody_is_called()
        first = self._first_visitor()
        self._branch_turns_to_topics()
        second, third = self._two_more()
        self._first_is_helped(first, [first, second, third])
        self._second_is_helped(second)

    def _staff_sit_down(self) -> None:
        with self._step("the console asks for the password"):
            self.staff.open(self.stage.console_url)
            self.staff.picture(self.folder / "console-signin.png")
        with self._step("staff sign in with Aanmelden"):
            self.staff.sign_in(self.stage.staff_password)
            self.staff.sees_button(DESK_NAME)
        with self._step(f"staff choose {DESK_NAME}, which opens"):
            self.staff.choose_desk(DESK_NAME)
            self._until_desk("free")

    def _nobody_is_called(self) -> None:
        with self._step("the waiting room shows that nobody is called"):
            self._until("board", lambda board: board["calls"] == [] and board["staffed"] == "now")
            save(self._board.still(), self.folder / "display-waiting.png")

    def _first_visitor(self) -> str:
        with self._step("the kiosk shows its one button"):
            self._until("menu", lambda menu: menu["staffed"] == "now")
            save(self._visitor.sees(), self.folder / "kiosk-welcome.png")
        with self._step("a touch gives a number"):
            number = self._visitor.takes_number(ONE_BUTTON)
        with self._step(f"{number} comes out of the printer"):
            visitor.keep(self._visitor.takes_paper(number), self.folder)
        with self._step("the number fills the kiosk's screen"):
            save(self._visitor.sees_change(), self.folder / "kiosk-number.png")
        with self._step("Klaar leads back to the start"):
            self._visitor.is_done()
            self._visitor.sees_change()
        return number

    def _branch_turns_to_topics(self) -> None:
        with self._step("the hub starts again, now with topics"):
            programs = self.stage.programs
            programs.end("hub")
            branch_file.write(self.stage.place, "topics")
            stage.start_hub(self.stage)
            self._until("menu", lambda menu: menu["mode"] == "topics", RESTART_WITHIN_S)
        with self._step("the kiosk follows, and shows a picture for each topic"):
            save(self._visitor.sees_change(), self.folder / "kiosk-topics.png")

    def _two_more(self) -> tuple[str, str]:
        numbers = []
        for what, tile in (("touches the letter", LETTER_TILE), ("does not know", DO_NOT_KNOW_TILE)):
            with self._step(f"a visitor {what}, and takes number and paper"):
                number = self._visitor.takes_number(tile)
                self._visitor.takes_paper(number)
                self._visitor.sees_change()
                self._visitor.is_done()
                self._visitor.sees_change()
            numbers.append(number)
        return numbers[0], numbers[1]

    def _first_is_helped(self, number: str, line: list[str]) -> None:
        with self._step("the console shows the three in their order"):
            self._until("floor", lambda floor: [ticket["number"] for ticket in floor["waiting"]] == line)
            for waiting in line:
                self.staff.sees(waiting)
            self.staff.picture(self.folder / "console-floor.png")
        self._call(number)
        self._welcome(number)
        self._finish(number, helped=1)

    def _second_is_helped(self, number: str) -> None:
        save(self._call(number), self.folder / "display-called.png")
        self._welcome(number)
        self.staff.picture(self.folder / "console-visit.png")
        self._finish(number, helped=2)

    def _call(self, number: str) -> Image:
        with self._step(f"Volgende: {number} is called, and the waiting room shows it"):
            self.staff.press("Volgende")
            self._until("board", lambda board: _called(board) == [(number, DESK_NAME)])
            self.staff.sees_button("Is er")
            return self._board.changed()

    def _welcome(self, number: str) -> None:
        with self._step(f"Is er: {number} is at the desk"):
            self.staff.press("Is er")
            self._until_desk("visit")
            self.staff.sees_button("Klaar")

    def _finish(self, number: str, helped: int) -> None:
        with self._step(f"Klaar: {number} has been helped"):
            self.staff.press("Klaar")
            self._until("floor", lambda floor: floor["today"]["helped"] == helped)
            self._until_desk("free")
            self._board.changed()

    def _until_desk(self, state: str) -> None:
        self._until("floor", lambda floor: _desk(floor)["state"] == state)

    def _until(self, kind: StateKind, holds: Callable[[Any], bool], within_s: float = SHOWN_WITHIN_S) -> None:
        def is_so() -> bool:
            snapshot = self.stage.monitor.last(self.stage.topics.state(kind))
            return snapshot is not None and holds(snapshot)

        self.stage.programs.wait_for("hub", is_so, within_s, f"{kind} as it should be")


def _called(board: dict[str, Any]) -> list[tuple[str, str]]:
    return [(call["number"], call["desk_name"]) for call in board["calls"] if call["state"] == "calling"]


def _desk(floor: dict[str, Any]) -> dict[str, Any]:
    desks: list[dict[str, Any]] = floor["desks"]
    return next(desk for desk in desks if desk["id"] == DESK)
