"""One visitor after another: where each is, what a choice does, and when the screen is made ready for the next."""

from dataclasses import replace
from typing import Final

from kiosk.effects import Effect, Note
from kiosk.events import Answered, Now, PaperCame
from kiosk.flow.hub_watch import HubWatch
from kiosk.flow.pages import Pages
from kiosk.flow.steps import step, still_possible, topic_to_take
from kiosk.flow.telling import Telling
from kiosk.flow.tickets import BROKER_WAIT_S, Tickets
from kiosk.guidance.guidance import SPEAKING
from kiosk.guidance.modes import silenced
from kiosk.languages import offered
from kiosk.offer import Offers
from kiosk.stages import Another, Asking, Outcome, Session
from kiosk.underway import UnderWay
from kiosk.view import Control, View, buttons_of
from kiosk.views.scene import Scene
from kiosk.views.stage import view_of
from runtime.settings.model import Kiosk, Settings
from wire.devices import PrinterState
from wire.state import Menu

DOUBLE_TOUCH_S: Final = 0.5
SLOW_S: Final = 0.4
WARNING_S: Final = 30.0
"""How long before the end of a visit the visitor is asked whether anybody is there."""

OTHER: Final = "en"
"""The language that most can go on in who know no Dutch."""


class Visit:
    """The visitor who stands there now; `session` is all that the next one does not get."""

    def __init__(
        self,
        settings: Settings,
        kiosk: Kiosk,
        *,
        known_languages: frozenset[str],
        voices: frozenset[str],
        pages: Pages,
        hub: HubWatch,
        telling: Telling,
        tickets: Tickets,
    ) -> None:
        self._settings = settings
        self._kiosk = kiosk
        self._known_languages = known_languages
        self._pages = pages
        self._hub = hub
        self._telling = telling
        self._tickets = tickets
        self.voices = voices if kiosk.speech else frozenset[str]()
        self.offers = Offers(settings)
        self.printer = PrinterState("none" if kiosk.printer.kind == "none" else "unknown")
        self.session = self._new_session(0.0)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages to choose from; the first is the branch's own."""
        return offered(self.offers.now.languages, self._known_languages)

    @property
    def first_voiced(self) -> str:
        """The first language that has a voice; "" where none has."""
        return next((each for each in self.languages if each in self.voices), "")

    @property
    def other_language(self) -> str:
        """The language that the key back leads to on the first screen: English, and back from any other; or ""."""
        first, now = self.first_voiced, self.session.language
        wanted = first if now != first else OTHER
        return wanted if wanted != now and wanted in self.voices and wanted in self.languages else ""

    def resume(self, under_way: UnderWay, now: Now) -> tuple[Effect, ...]:
        """Go on with what a crash interrupted."""
        language = under_way.request.language or self.languages[0]
        self.session = replace(self._new_session(now.up_s), language=language, is_large=under_way.is_large)
        outcome = self._tickets.resume(under_way, now)
        if outcome.stage is None:
            self.session = self._new_session(0.0)
        return self._done(outcome, now)

    def view(self, now: Now) -> View:
        """What to show; that the hub is being asked shows only when it takes long, so that nothing flickers."""
        session, stage = self.session, self.session.stage
        if isinstance(stage, Asking) and now.up_s - stage.since_s < SLOW_S:
            session = replace(session, stage=stage.before)
        is_open = self.offers.now.is_open(now.wall, is_hub_here=self._hub.is_here(now.up_s))
        view = view_of(self._scene(session, now), is_open=is_open)
        is_plain = session.mode == "touch" or view.frame.more is None or self._pages.count(_uncaptioned(view)) > 1
        return view if is_plain else replace(view, frame=replace(view.frame, more=None))

    def page(self, now: Now) -> int:
        """The page that is shown."""
        return self._pages.shown(_uncaptioned(self.view(now)))

    def shows(self, control: Control, now: Now) -> bool:
        """Whether the control is on the screen."""
        return any(button.control == control for button in buttons_of(self.view(now)))

    def notice(self, now: Now) -> bool:
        """Note that somebody is there; tells whether that was asked."""
        was_warned = self.session.is_warned
        self.session = replace(self.session, touched_s=now.up_s, is_warned=False)
        return was_warned

    def screen_changed(self, now: Now) -> None:
        """Take no choice for a moment: a finger that comes down just now was meant for what stood there before."""
        self.session = replace(self.session, touched_s=now.up_s, chosen_s=now.up_s)

    def choose(self, control: Control, now: Now) -> tuple[Effect, ...]:
        """What a choice does; nothing where it comes twice, or what was chosen is not there."""
        session = self.session
        is_double = now.up_s - session.chosen_s < DOUBLE_TOUCH_S
        if is_double or isinstance(session.stage, Asking) or not self.shows(control, now):
            return ()
        self.session = replace(session, touched_s=now.up_s, chosen_s=now.up_s, is_warned=False)
        topic_id = topic_to_take(control, self.offers.now)
        if topic_id is not None:
            return self._take(topic_id, now)
        if control.kind in ("done", "enough"):
            return self.end(now)
        told = self._told(control, session, now)
        if told:
            return self._done(told, now)
        self.session = step(self.session, control, self.offers.now)
        if self.session.mode in SPEAKING and self.session.language not in self.voices:
            self.session = silenced(self.session)
        return ()

    def answered(self, event: Answered, now: Now) -> tuple[Effect, ...]:
        """What came of something asked or told."""
        stage = self.session.stage
        if isinstance(stage, Asking) and stage.request.request_id == event.request_id:
            return self._done(self._tickets.answered(stage, event, now), now)
        return self._done(self._telling.settle(event, stage, now), now)

    def spare_kept(self, now: Now, *, is_kept: bool) -> tuple[Effect, ...]:
        """The spare number is on disk, or it is not."""
        return self._done(self._tickets.spare_kept(now, is_kept=is_kept), now)

    def paper_came(self, event: PaperCame, now: Now) -> tuple[Effect, ...]:
        """What became of a print."""
        shown = self._done(self._tickets.paper_came(event, self.session.stage), now)
        return (*shown, *self._telling.paper_came(event, now))

    def take_menu(self, menu: Menu) -> tuple[Effect, ...]:
        """What there is to choose now."""
        fault = self.offers.take(menu)
        self.session = replace(self.session, stage=still_possible(self.session.stage, self.offers.now))
        return (Note(fault),) if fault else ()

    def tick(self, now: Now) -> tuple[Effect, ...]:
        """Time passed."""
        session = self.session
        if isinstance(session.stage, Asking):
            is_connected = self._hub.is_connected
            return self._done(self._tickets.ask_when_possible(session.stage, now, is_connected=is_connected), now)
        if self._is_fresh:
            return ()
        quiet_s = now.up_s - session.touched_s
        if quiet_s >= session.idle_s(self._kiosk.idle_seconds):
            return self.end(now)
        if quiet_s >= session.idle_s(self._kiosk.idle_seconds) - WARNING_S:
            self.session = replace(session, is_warned=True)
        return ()

    @property
    def times(self) -> tuple[float, ...]:
        """When `tick` is of use."""
        session = self.session
        if isinstance(session.stage, Asking):
            return (session.stage.since_s + SLOW_S, session.stage.since_s + BROKER_WAIT_S)
        if self._is_fresh:
            return ()
        ends_s = session.touched_s + session.idle_s(self._kiosk.idle_seconds)
        return (ends_s - WARNING_S, ends_s)

    def end(self, now: Now) -> tuple[Effect, ...]:
        """The visitor is done, or gone."""
        self.session = self._new_session(now.up_s)
        return self._tickets.end().effects

    @property
    def _is_fresh(self) -> bool:
        return self.session.is_like(self._new_session(0.0))

    def _new_session(self, now_s: float) -> Session:
        return Session(
            self.languages[0],
            volume=self._kiosk.audio.volume,
            touched_s=now_s,
            chosen_s=now_s,
        )

    def _told(self, control: Control, session: Session, now: Now) -> Outcome | None:
        match control.kind, session.stage:
            case "another", Another(topic_id):
                return self._tickets.ask(topic_id, session, now)
            case "fetch-me", stage:
                return self._telling.toggle_fetch(stage, now)
            case "own-language", stage:
                return self._telling.toggle_own_language(stage, now)
            case _:
                return None

    def _take(self, topic_id: str, now: Now) -> tuple[Effect, ...]:
        if self._tickets.gave_many(now):
            self.session = replace(self.session, stage=Another(topic_id, self.session.stage))
            return ()
        return self._done(self._tickets.ask(topic_id, self.session, now), now)

    def _done(self, outcome: Outcome, now: Now) -> tuple[Effect, ...]:
        stage = outcome.stage
        if stage is not None:
            is_new = type(stage) is not type(self.session.stage)
            self.session = replace(self.session, stage=stage)
            if is_new:
                self.screen_changed(now)
        return outcome.effects

    def _scene(self, session: Session, now: Now) -> Scene:
        return Scene(
            settings=self._settings,
            kiosk=self._kiosk,
            offer=self.offers.now,
            languages=self.languages,
            session=session,
            printer=self.printer,
            wall=now.wall,
            voices=self.voices,
        )


def _uncaptioned(view: View) -> View:
    """The view as it is drawn whatever is being said: that changes no pages."""
    guide = view.frame.guide
    return replace(view, frame=replace(view.frame, guide=replace(guide, caption=""))) if guide else view
