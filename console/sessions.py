"""Who is signed in: a session belongs to a browser, never to a person."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final, Literal

from console.practice.desk import PracticeDesk
from console.presses import Presses
from console.registering.draft import Draft

WORKING_DAY_S: Final = 12 * 3600
SESSIONS_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class Said:
    """What the page says after a press; `about` is the situation in which it holds."""

    text: str
    kind: Literal["done", "refused"]
    about: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A panel of the page that is open: which, about which ticket or visit, and in which situation it was opened."""

    name: str
    about: str = ""
    here: str = ""


@dataclass(slots=True, eq=False)
class Session:
    """One browser that knew the password: its desk, and what its page has open."""

    token: str
    ends_s: float
    lines: frozenset[str] | None = None
    """The only lines that a partner sees and calls; None for the branch's own staff."""
    is_coordinator: bool = False
    """Whether the coordinator's password was given too."""
    day: str | None = None
    """The hub's day on which it is used; it ends with that."""
    desk: str | None = None
    opened: Opened | None = None
    marked: frozenset[str] = frozenset()
    """The tickets that *Deze nummers weg* is about."""
    draft: Draft = field(default_factory=Draft)
    """What was tapped so far about a visit."""
    practice: PracticeDesk = field(default_factory=PracticeDesk)
    """Where somebody who practises stands."""
    made: str | None = None
    said: Said | None = None
    presses: Presses = field(default_factory=Presses)


class Sessions:
    """The sessions that are open, kept in memory only."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Session] = OrderedDict()

    def open(self, now_s: float, day: str | None = None, lines: frozenset[str] | None = None) -> Session:
        """A new session under a token of its own, whatever the browser sent; `lines` are those of a partner."""
        session = Session(secrets.token_urlsafe(32), now_s + WORKING_DAY_S, lines=lines, day=day)
        self._open[session.token] = session
        while len(self._open) > SESSIONS_KEPT:
            self._open.popitem(last=False)
        return session

    def find(self, token: str | None, now_s: float) -> Session | None:
        """The session of that token, while it lasts."""
        session = self._open.get(token or "")
        if session is None or now_s < session.ends_s:
            return session
        self.close(session.token)
        return None

    def keep_to(self, day: str | None) -> None:
        """End every session of another day; one that was opened while the day was closed belongs to the next."""
        for session in tuple(self._open.values()):
            if session.day is None:
                session.day = day
            elif session.day != day:
                self.close(session.token)

    def close(self, token: str | None) -> None:
        """End a session, if there is one."""
        self._open.pop(token or "", None)
