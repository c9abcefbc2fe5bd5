"""What every page needs: made once at the start, handed to each handler."""

import asyncio
import time
from pathlib import Path
from typing import Annotated, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar.connection import Request
from litestar.datastructures import State
from litestar.params import Dependency

from console import preferences
from console.attempts import Attempts
from console.bridge import Bridge
from console.deeds import Deeds
from console.feed import Feed
from console.names import Names
from console.oidc.pending import AllPending
from console.password import UnusableHash
from console.phrases.heard import Heard
from console.picture import Picture
from console.sessions import Session, Sessions
from console.situation import Situation
from runtime.settings.model import Settings
from voices.voices import Voices

TEMPLATES: Final = Path(__file__).parent / "templates"
VERIFIED_AT_ONCE: Final = 2
"""A password check takes 64 MiB and a core; more of them at once would stop the house."""


class Room:
    """The console's parts, and what they show together.

    Raises:
        UnusableHash: the branch file names no password file.
    """

    def __init__(self, settings: Settings, bridge: Bridge, picture: Picture, feed: Feed, voices: Voices) -> None:
        self.settings = settings
        self.bridge = bridge
        self.picture = picture
        self.feed = feed
        self.password_file = _password_file(settings)
        self.is_tls = settings.console.tls_certificate is not None
        self.names = Names(settings)
        self.heard = Heard(voices)
        self.sessions = Sessions()
        self.attempts = Attempts()
        self.pending = AllPending()
        self.deeds = Deeds()
        self.verifying = asyncio.Semaphore(VERIFIED_AT_ONCE)
        self.templates = _templates(self.names, settings)
        bridge.on_floor = lambda floor: self.sessions.keep_to(floor.day)

    @property
    def cookie(self) -> str:
        """The name of the session's cookie; browsers guard the prefix where there is TLS."""
        return "__Host-beurt" if self.is_tls else "beurt"

    def situation(self, session: Session) -> Situation:
        """How things stand for one session, now."""
        return Situation(
            picture=self.picture.of(session.lines),
            names=self.names,
            deeds=self.deeds,
            session=session,
            now_s=time.monotonic(),
            is_hub_there=self.bridge.is_hub_there,
            is_shared=self.feed.is_shared(session),
            heard_in=self.heard.languages,
        )


InRoom = Annotated[Room, Dependency(skip_validation=True)]
StaffRequest = Request[Session, str, State]


def _password_file(settings: Settings) -> Path:
    if settings.console.staff_password_file is None:
        raise UnusableHash("console.staff_password_file is not set: make the file with `beurt staff-password FILE`")
    return Path(settings.console.staff_password_file)


def _templates(names: Names, settings: Settings) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        text=names.texts.text,
        plural=names.texts.plural,
        language=names.language,
        branch_name=settings.branch.name,
        is_signed_in=lambda request: isinstance(request.scope.get("user"), Session),
        preferences=lambda request: preferences.read(request.cookies.get(preferences.COOKIE)),
    )
    return environment
