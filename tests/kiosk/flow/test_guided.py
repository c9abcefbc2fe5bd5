"""Any visitor whatever: what they do, in whatever order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kiosk_play import Play, new_ticket

from kiosk.effects import Ask, Hush, KeepSpares, PrintTicket, Say
from kiosk.events import (
    Answered,
    Chosen,
    Explored,
    FellSilent,
    FingerCame,
    HeadsetChanged,
    HeldLong,
    KeyPressed,
    SpareKept,
    Spoke,
    Touched,
)
from kiosk.guidance.items import items_of, visible_texts
from kiosk.view import buttons_of
from wire.answers import Answer, NoAnswer, Refused
from wire.commands import TakeTicket
from wire.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.effects import Effect

    NewPlay = Callable[..., Play]

KEYS = ("next", "previous", "first", "last", "choose", "back", "repeat", "quieter", "louder", "stop")
VOICES = (frozenset[str](), frozenset({"nl"}), frozenset({"nl", "en"}))
PLAIN = ("answer", "refuse", "no-answer", "chosen", "finger", "held", "headset-in", "headset-out", "spoke", "silent")
DEEDS = st.one_of(
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.sampled_from(("touch", "explore")), st.integers(0, 40)),
    st.tuples(st.just("pass"), st.sampled_from((0.1, 0.6, 1.0, 35.0, 65.0))),
    st.tuples(st.sampled_from(PLAIN), st.none()),
)


class Visitors:
    """Does deeds on a stage, answers for the hub and the disk, and watches what must always hold."""

    def __init__(self, stage: Play) -> None:
        self.stage = stage
        self.asked: TakeTicket | None = None
        self.saying: list[Any] = []
        self.printed = 0
        self.requests: set[str] = set()
        self.given: set[str] = set()

    def does(self, kind: str, what: Any) -> None:
        stage = self.stage
        match kind:
            case "key":
                self.sees(stage.happens(KeyPressed(what)))
            case "touch":
                controls = [button.control for button in buttons_of(stage.view)]
                self.sees(stage.happens(Touched(controls[what % len(controls)])) if controls else ())
            case "explore":
                items = items_of(stage.view)
                self.sees(stage.happens(Explored(items[what % len(items)].place)))
            case "pass":
                self.sees(stage.passes(what))
            case "answer" | "refuse" | "no-answer":
                self.answers(kind)
            case "spoke" if self.saying:
                said = self.saying.pop(0)
                self.sees(stage.happens(Spoke(said)))
                assert said.text in visible_texts(stage.view)
            case "silent" if not self.saying:
                self.sees(stage.happens(FellSilent()))
            case _:
                events = {
                    "chosen": Chosen(),
                    "finger": FingerCame(),
                    "held": HeldLong(),
                    "headset-in": HeadsetChanged(is_in=True),
                    "headset-out": HeadsetChanged(is_in=False),
                }
                self.sees(stage.happens(events[kind]) if kind in events else ())

    def answers(self, how: str) -> None:
        if self.asked is None:
            return
        request_id, self.asked = self.asked.request_id, None
        if how == "answer":
            answer: Any = Answer(request_id=request_id, revision=2, ticket=new_ticket())
        elif how == "refuse":
            answer = Refused(request_id=request_id, refusal=Refusal("line-full", "Nee."))
        else:
            answer = NoAnswer("timed-out")
        self.sees(self.stage.happens(Answered(request_id, answer)))

    def sees(self, effects: tuple[Effect, ...]) -> None:
        for effect in effects:
            match effect:
                case Ask(TakeTicket() as command) if not command.spare_number:
                    assert self.asked is None, "a second ticket is asked for before the first is answered"
                    assert command.request_id not in self.requests
                    self.requests.add(command.request_id)
                    self.asked = command
                case PrintTicket(job_id):
                    self.given.add(job_id)
                    assert len(self.given) <= len(self.requests), "two tickets for one wish"
                case KeepSpares(is_new=True):
                    self.sees(self.stage.happens(SpareKept(is_kept=True)))
                case Hush():
                    self.saying = []
                case Say(utterances):
                    self.saying = list(utterances)
                    shown = visible_texts(self.stage.view)
                    assert all(each.text in shown for each in utterances if each.place != "caption")
                    assert utterances[0].text in shown
        self.is_led()

    def is_led(self) -> None:
        view = self.stage.view
        places = [item.place for item in items_of(view)]
        assert view.frame.mark is None or view.frame.mark in places
        session = self.stage.flow._visit.session
        assert session.mode not in ("blind", "keys") or view.frame.mark is not None


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=60), voices=st.sampled_from(VOICES))
def test_whatever_visitors_do_there_is_one_ticket_for_one_wish_and_what_is_said_is_on_the_screen(
    play: NewPlay, deeds: list[tuple[str, Any]], voices: frozenset[str]
) -> None:
    stage = play(voices=voices, languages=frozenset({"nl", "en", "ar"})).hub_is_here(mode="topics")
    visitors = Visitors(stage)
    for kind, what in deeds:
        visitors.does(kind, what)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=40))
def test_whatever_was_done_the_focus_comes_round_to_everything(play: NewPlay, deeds: list[tuple[str, Any]]) -> None:
    stage = play(voices=frozenset({"nl", "en"})).hub_is_here(mode="topics")
    visitors = Visitors(stage)
    for kind, what in deeds:
        visitors.does(kind, what)
    visitors.answers("answer")
    stage.passes(1)
    stage.happens(KeyPressed("next"))
    places = [item.place for item in items_of(stage.view)]
    met = set()
    for _ in places:
        stage.happens(KeyPressed("next"))
        met.add(stage.view.frame.mark)
    assert met == set(places)
