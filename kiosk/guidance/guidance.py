"""Leads a visitor through the screens: follows what changes on them, and says and marks it."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from kiosk.effects import Effect, Hush, Say, SetVolume
from kiosk.guidance import captions, script
from kiosk.guidance.focus import find, first_focus
from kiosk.guidance.items import Item, items_of, visible_texts
from kiosk.guidance.script import Script
from kiosk.speech.utterance import Utterance
from kiosk.stages import Listen, Mode, Session
from kiosk.view import NumberView, View

SPEAKING: Final[frozenset[Mode]] = frozenset({"reading", "blind"})
FOCUSING: Final[frozenset[Mode]] = frozenset({"blind", "keys"})

Wish = Literal["", "focus", "screen", "again"]
"""What is to be said though nothing changed: what has the focus, the whole screen, or once more what was said last."""


@dataclass(frozen=True, slots=True)
class _Seen:
    mode: Mode
    screen: tuple[str, ...]
    items: tuple[Item, ...]
    volume: int
    is_unplugged: bool


class Guidance:
    """`lead` is called after everything that happened, with the screen as it is then."""

    def __init__(self, voices: frozenset[str], volume: int) -> None:
        self.voices = voices
        self._saying: Script = ()
        self._at = -1
        self._last: Script = ()
        self._seen = _Seen("touch", (), (), volume, is_unplugged=False)

    def hush(self) -> tuple[Effect, ...]:
        """Be silent, if anything is being said."""
        was_saying, self._saying = self._saying, ()
        return (Hush(),) if was_saying else ()

    def begin_anew(self) -> None:
        """Explain again how it works, as if it were switched on just now."""
        self._seen = replace(self._seen, mode="touch", screen=())

    def focusable(self, session: Session, view: View) -> tuple[Item, ...]:
        """Where the focus can go: to everything but, while it speaks, languages that have no voice."""
        is_silent = session.mode not in SPEAKING
        return tuple(item for item in items_of(view) if is_silent or self._has_voice(item))

    def lead(
        self, session: Session, view: View, wish: Wish = "", *, other_language: str = ""
    ) -> tuple[Session, tuple[Effect, ...]]:
        """The session with its focus and caption, and what to say; `other_language` is what the key back leads to."""
        items = self.focusable(session, view)
        before, self._seen = self._seen, _Seen(session.mode, _screen(view), items, session.volume, session.is_unplugged)
        is_new = (before.mode, before.screen) != (self._seen.mode, self._seen.screen)
        if before.screen != self._seen.screen:
            session = replace(session, page=0)
        session = _focused(session, items, items_of(view), is_new=is_new or wish == "screen")
        loud: tuple[Effect, ...] = () if before.volume == session.volume else (SetVolume(session.volume),)
        if not items or not _speaks(session):
            return replace(session, caption=""), (*self.hush(), *loud)
        return self._say(session, self._script(session, view, before, wish, other_language), loud)

    def spoke(self, session: Session, utterance: Utterance) -> Session:
        """The voice says this now: mark it."""
        if utterance not in self._saying:
            return session
        self._at = self._saying.index(utterance, self._at + 1 if utterance in self._saying[self._at + 1 :] else 0)
        if utterance.place == "caption":
            return replace(session, caption=utterance.text)
        return replace(session, focus=utterance.place) if session.mode == "reading" else session

    def fell_silent(self, session: Session) -> Session:
        """All is said."""
        if not self._saying or self._at < 0:
            # The end of what was said before; it came late.
            return session
        self._saying = ()
        session = replace(session, is_unplugged=False)
        return replace(session, focus=None) if session.mode == "reading" else session

    def _script(self, session: Session, view: View, before: _Seen, wish: Wish, other_language: str) -> Script:
        seen, code = self._seen, view.frame.code
        if session.is_unplugged:
            return () if before.is_unplugged else (script.caption(captions.unplugged(code), code),)
        if before.mode != seen.mode and session.mode in SPEAKING:
            return (*self._intro(session, view, other_language), *self._arrival(session, view))
        if before.screen != seen.screen or wish == "screen":
            return self._arrival(session, view)
        if before.volume != seen.volume:
            return (script.caption(captions.volume(code, session.volume), code),)
        return self._wished(session, view, wish) if wish else self._changes(view, before)

    def _wished(self, session: Session, view: View, wish: Wish) -> Script:
        if wish == "again":
            return self._again(session, view)
        mute = find(items_of(view), session.focus) if find(self._seen.items, session.focus) is None else None
        return script.of_mute(view, mute) if mute else script.of_focus(view, self._seen.items, session.focus)

    def _changes(self, view: View, before: _Seen) -> Script:
        changes = script.of_changes(view, self._seen.items, before.items)
        return (*changes, *self._rest(view, changes)) if changes else ()

    def _say(
        self, session: Session, utterances: Script, loud: tuple[Effect, ...]
    ) -> tuple[Session, tuple[Effect, ...]]:
        if not utterances:
            return session, loud
        self._saying, self._at = utterances, -1
        if loud == ():
            self._last = utterances
        first = utterances[0]
        shown = first.text if first.place == "caption" else ""
        return replace(session, caption=shown), (*loud, Say(utterances))

    def _intro(self, session: Session, view: View, other_language: str) -> Script:
        code = view.frame.code
        if session.mode == "reading":
            return script.captioned(code, captions.READING)
        header = find(self._seen.items, "header")
        other = (script.caption(captions.in_other_language(other_language), other_language),) if other_language else ()
        return (*(script.of_item(header) if header else ()), *script.captioned(code, captions.BLIND), *other)

    def _arrival(self, session: Session, view: View) -> Script:
        items = self._seen.items
        match session.mode:
            case "reading":
                return script.of_screen(view, items)
            case "blind":
                focus = find(items, session.focus)
                told = script.of_focus(view, items, session.focus) if focus and focus.is_control else ()
                texts = (
                    script.of_question(view, items) if isinstance(view, NumberView) else script.of_texts(view, items)
                )
                return (*texts, *told)
            case _:
                return script.of_question(view, items)

    def _again(self, session: Session, view: View) -> Script:
        shown = visible_texts(view)
        is_there = all(each.place == "caption" or each.text in shown for each in self._last)
        return self._last if self._last and is_there else self._arrival(session, view)

    def _rest(self, view: View, changes: Script) -> Script:
        """What was being said and still holds."""
        shown = visible_texts(view)
        rest = self._saying[max(0, self._at) :]
        return tuple(each for each in rest if each not in changes and (each.place == "caption" or each.text in shown))

    def _has_voice(self, item: Item) -> bool:
        return not item.is_language or item.language in self.voices


def _speaks(session: Session) -> bool:
    return session.mode in SPEAKING or session.is_unplugged or isinstance(session.stage, Listen)


def _screen(view: View) -> tuple[str, ...]:
    """What tells one screen from another."""
    return (type(view).__name__, view.frame.code, getattr(view, "title", ""), getattr(view, "number", ""))


def _focused(session: Session, items: tuple[Item, ...], there: tuple[Item, ...], *, is_new: bool) -> Session:
    if session.mode in FOCUSING:
        is_lost = is_new or find(there, session.focus) is None
        return replace(session, focus=first_focus(items)) if is_lost else session
    return replace(session, focus=None) if is_new or session.mode == "touch" else session
