"""Visitors who do not (only) touch: their keys, their headset, their exploring finger, and the voice that answers."""

from dataclasses import replace
from typing import Final

from kiosk.effects import Effect
from kiosk.events import (
    Chosen,
    Explored,
    FellSilent,
    FingerCame,
    HeadsetChanged,
    HeldLong,
    Key,
    KeyPressed,
    Now,
    Spoke,
    Touched,
)
from kiosk.flow.steps import VOLUME_STEP, with_volume
from kiosk.flow.visit import Visit
from kiosk.guidance.focus import find, moved
from kiosk.guidance.guidance import SPEAKING, Guidance, Wish
from kiosk.guidance.items import items_of
from kiosk.guidance.modes import asked, by_ear, by_key, silenced, unplugged
from kiosk.stages import Asking, Start
from kiosk.view import Control, Place, View

Deed = Touched | KeyPressed | HeadsetChanged | HeldLong | Explored | Chosen | FingerCame
"""What a visitor does; each cuts off what is being said."""

OF_THE_VOICE: Final[frozenset[Key]] = frozenset({"stop", "repeat", "quieter", "louder"})
WAYS_BACK: Final = (Control("back"), Control("no-listen"), Control("enough"))
TURN: Final = Control("page")


class Guided:
    """Lays speech and focus over a visit."""

    def __init__(self, visit: Visit, volume: int) -> None:
        self._visit = visit
        self._guidance = Guidance(visit.voices, volume)
        self._wish: Wish = ""

    def hush(self) -> tuple[Effect, ...]:
        """Be silent at once, if anything is being said."""
        return self._guidance.hush()

    def lead(self, view: View) -> tuple[Effect, ...]:
        """After everything that happened: what there is to say and mark on the screen as it is now."""
        other = self._visit.other_language if self._is_at_start else ""
        self._visit.session, effects = self._guidance.lead(self._visit.session, view, self._wish, other_language=other)
        self._wish = ""
        return effects

    def heard(self, event: Spoke | FellSilent, now: Now) -> None:
        """How far the voice is; while it speaks nobody is idle."""
        visit = self._visit
        if isinstance(event, FellSilent):
            visit.session = self._guidance.fell_silent(visit.session)
            return
        visit.session = self._guidance.spoke(visit.session, event.utterance)
        if not visit.session.is_warned:
            visit.session = replace(visit.session, touched_s=now.up_s)

    def handle(self, event: Deed, now: Now) -> tuple[Effect, ...]:
        """What a visitor's deed leads to."""
        self._visit.session = replace(self._visit.session, is_unplugged=False)
        match event:
            case Touched(control):
                return self._touched(control, now)
            case KeyPressed(key):
                return self._pressed(key, now)
            case Explored(place):
                self._explored(place, now)
            case Chosen():
                return self._chosen(now)
            case HeadsetChanged(is_in):
                self._plugged(now) if is_in else self._unplugged()
            case HeldLong():
                self._held(now)
            case FingerCame() if not self._visit.session.is_warned:
                self._visit.notice(now)
        return ()

    def _touched(self, control: Control, now: Now) -> tuple[Effect, ...]:
        visit = self._visit
        if visit.session.mode == "blind":
            # Who explores chooses by touching twice: a single touch never does anything.
            return ()
        if visit.session.mode == "keys" and visit.shows(control, now):
            visit.session = replace(visit.session, mode="touch")
        return self._choose(control, now)

    def _choose(self, control: Control, now: Now) -> tuple[Effect, ...]:
        if control.kind == "repeat" and self._visit.shows(control, now):
            self._visit.notice(now)
            self._wish = "screen"
            return ()
        return self._visit.choose(control, now)

    def _pressed(self, key: Key, now: Now) -> tuple[Effect, ...]:
        visit = self._visit
        was_warned, mode = visit.notice(now), visit.session.mode
        is_first = mode == "touch" or (mode == "reading" and key not in OF_THE_VOICE)
        if is_first or (mode == "keys" and key == "repeat"):
            visit.session = by_key(visit.session, visit.voices)
        elif key in OF_THE_VOICE:
            self._tune(key)
        elif not was_warned and not isinstance(visit.session.stage, Asking):
            return self._go(key, now)
        return ()

    def _tune(self, key: Key) -> None:
        visit = self._visit
        if visit.session.mode not in SPEAKING:
            return
        match key:
            case "stop":
                visit.session = replace(silenced(visit.session), mode="keys")
            case "repeat":
                self._wish = "again"
            case _:
                visit.session = with_volume(visit.session, VOLUME_STEP if key == "louder" else -VOLUME_STEP)

    def _go(self, key: Key, now: Now) -> tuple[Effect, ...]:
        if key == "choose":
            return self._chosen(now)
        if key == "back":
            return self._back(now)
        visit = self._visit
        items = self._guidance.focusable(visit.session, visit.view(now))
        self._focus_on(moved(items, visit.session.focus, key), now)
        return ()

    def _focus_on(self, place: Place | None, now: Now) -> None:
        visit = self._visit
        # What turns the page is on each of them: it must be turned from the one that is there now.
        page = visit.page(now) if place == TURN else visit.session.page
        visit.session = replace(visit.session, focus=place, page=page)
        self._wish = "focus"

    def _chosen(self, now: Now) -> tuple[Effect, ...]:
        visit, focus = self._visit, self._visit.session.focus
        if visit.notice(now) or visit.session.mode not in ("blind", "keys"):
            return ()
        if isinstance(focus, Control):
            return self._choose(focus, now)
        self._wish = "focus"
        return ()

    def _back(self, now: Now) -> tuple[Effect, ...]:
        visit = self._visit
        way = next((each for each in WAYS_BACK if visit.shows(each, now)), None)
        if way:
            return visit.choose(way, now)
        if self._is_at_start and visit.session.mode == "blind" and visit.other_language:
            visit.session = replace(visit.session, language=visit.other_language)
            self._guidance.begin_anew()
            return ()
        self._wish = "focus"
        return ()

    def _explored(self, place: Place, now: Now) -> None:
        visit = self._visit
        if visit.notice(now) or visit.session.mode != "blind":
            return
        if find(items_of(visit.view(now)), place):
            self._focus_on(place, now)

    def _plugged(self, now: Now) -> None:
        visit = self._visit
        if visit.first_voiced:
            visit.notice(now)
            visit.session = by_ear(visit.session, visit.first_voiced, visit.voices)
            self._guidance.begin_anew()

    def _unplugged(self) -> None:
        self._visit.session = unplugged(self._visit.session)

    def _held(self, now: Now) -> None:
        visit = self._visit
        if visit.session.mode != "blind" and visit.first_voiced:
            visit.notice(now)
            visit.session = asked(visit.session, visit.first_voiced, visit.voices)

    @property
    def _is_at_start(self) -> bool:
        return isinstance(self._visit.session.stage, Start)
