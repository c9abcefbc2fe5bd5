"""The service menu's decisions: who gets in, what each touch does, and when it closes by itself."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kiosk.effects import CheckPin, Effect, LookAround, PrintOther, Restart, TakeNewRoll
from kiosk.events import CornerTouched, LookedAround, Now, PaperCame, PinChecked
from kiosk.service.pin import LONGEST, SHORTEST
from kiosk.service.stages import Menu, Pad, Page
from kiosk.service.tries import Tries
from kiosk.view import Control
from wire.devices import Job

HOLD_S: Final = 5.0
"""Nobody rests a finger that long by accident."""

PAD_OPEN_S: Final = 20.0
MENU_OPEN_S: Final = 60.0
LOOK_S: Final = 2.0
DOUBLE_TOUCH_S: Final = 0.5


class Service:
    """Lies over the visit, which goes on below; without a PIN of the branch it never opens."""

    def __init__(self, new_id: Callable[[], str], *, has_pin: bool) -> None:
        self.stage: Pad | Menu | None = None
        self.tries = Tries()
        self._new_id = new_id
        self._has_pin = has_pin
        self._held_s: float | None = None
        self._touched_s = self._looked_s = 0.0

    def handle(self, event: CornerTouched | PinChecked | LookedAround, now: Now) -> tuple[Effect, ...]:
        """What to do about what happened to it."""
        match event:
            case CornerTouched(is_held):
                self.tick(now)
                self._held_s = now.up_s if is_held and self._has_pin and not self.stage else None
            case PinChecked():
                return self._checked(event, now)
            case LookedAround(facts) if isinstance(self.stage, Menu):
                self.stage = replace(self.stage, facts=facts)
        return ()

    def touched(self, control: Control, now: Now) -> tuple[Effect, ...]:
        """What a touch does while it is open."""
        is_double = now.up_s - self._touched_s < DOUBLE_TOUCH_S
        if control.kind == "leave-service":
            self.stage = None
        elif isinstance(self.stage, Pad):
            self._touched_s = now.up_s
            return self._key(self.stage, control, now)
        elif isinstance(self.stage, Menu) and not is_double:
            self._touched_s = now.up_s
            return self._choice(self.stage, control)
        return ()

    def paper_came(self, came: PaperCame) -> None:
        """What became of a print, maybe of its own."""
        if isinstance(self.stage, Menu) and self.stage.page and self.stage.page.job_id == came.job_id:
            self.stage = replace(self.stage, page=Page(came.job_id, came.paper))

    def tick(self, now: Now) -> tuple[Effect, ...]:
        """Open what was held long enough, close what nobody touches, look again."""
        if self._held_s is not None and now.up_s - self._held_s >= HOLD_S:
            self.stage, self._held_s, self._touched_s = Pad(), None, now.up_s
        if self.stage and now.up_s - self._touched_s >= self._open_s:
            self.stage = None
        if isinstance(self.stage, Menu) and now.up_s - self._looked_s >= LOOK_S:
            return self._look(now)
        return ()

    @property
    def is_held(self) -> bool:
        """Whether a finger rests on the corner now."""
        return self._held_s is not None

    @property
    def times(self) -> tuple[float, ...]:
        """When `tick` is of use."""
        held = () if self._held_s is None else (self._held_s + HOLD_S,)
        if self.stage is None:
            return held
        next_s = self._looked_s + LOOK_S if isinstance(self.stage, Menu) else self.tries.locked_until_s
        return (self._touched_s + self._open_s, next_s)

    @property
    def _open_s(self) -> float:
        return MENU_OPEN_S if isinstance(self.stage, Menu) else PAD_OPEN_S

    def _key(self, pad: Pad, control: Control, now: Now) -> tuple[Effect, ...]:
        if pad.is_checking or self.tries.is_locked(now.up_s):
            return ()
        match control.kind:
            case "figure":
                self.stage = Pad((pad.figures + control.which)[:LONGEST])
            case "erase":
                self.stage = Pad(pad.figures[:-1])
            case "enter" if len(pad.figures) >= SHORTEST:
                self.stage = Pad(pad.figures, is_checking=True)
                return (CheckPin(pad.figures),)
        return ()

    def _checked(self, event: PinChecked, now: Now) -> tuple[Effect, ...]:
        if event.verdict == "wrong":
            self.tries.note_wrong(now.up_s)
        elif event.verdict == "right":
            self.tries.note_right()
        if not (isinstance(self.stage, Pad) and self.stage.is_checking):
            return ()
        self._touched_s = now.up_s
        if event.verdict == "right":
            self.stage = Menu()
            return self._look(now)
        self.stage = Pad(said=event.verdict)
        return ()

    def _choice(self, menu: Menu, control: Control) -> tuple[Effect, ...]:
        match control.kind:
            case "test-page" if not (menu.page and menu.page.paper is None):
                page = Page(self._new_id())
                self.stage = replace(menu, asked="test-page", page=page)
                return (PrintOther(Job(job_id=page.job_id, job="test-page")),)
            case "new-roll":
                self.stage = replace(menu, asked="new-roll")
                return (TakeNewRoll(),)
            case "restart":
                self.stage = replace(menu, asked="restart")
                return (Restart(),)
        return ()

    def _look(self, now: Now) -> tuple[Effect, ...]:
        self._looked_s = now.up_s
        return (LookAround(),)
