"""Every view of the kiosk, as a visitor may meet it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

from msgspec.structs import replace as changed
from snapshots import ticket

from kiosk.offer import Offer, from_settings
from kiosk.service.facts import Facts
from kiosk.service.stages import Menu, Pad, Page
from kiosk.service.views import Around, menu, pad
from kiosk.stages import (
    About,
    Another,
    Asking,
    ClosedTopic,
    HasNumber,
    Languages,
    Listen,
    NoTicket,
    SecondLevel,
    Session,
    Start,
)
from kiosk.view import View
from kiosk.views.scene import Scene
from kiosk.views.stage import view_of
from runtime.languages import LANGUAGES
from runtime.settings.catalogue import CATALOGUE
from runtime.settings.model import (
    Branch,
    Broker,
    Kiosk,
    Line,
    Notice,
    Opening,
    Period,
    Screen,
    Settings,
    Topic,
)
from runtime.texts import Texts
from wire.commands import TakeTicket
from wire.devices import PrinterState

WALL = datetime(2026, 11, 21, 9, 41, tzinfo=UTC)
MORNING, AFTERNOON = Period(time(10), time(12)), Period(time(13), time(17))

BELOW = (
    Topic(id="digid-aanvragen", line="ido", names={"nl": "DigiD aanvragen", "en": "Get a DigiD"}),
    Topic(id="digid-app", line="ido", picture="digid", names={"nl": "App doet het niet", "en": "App does not work"}),
    Topic(id="wachtwoord", line="ido", picture="sleutel", names={"nl": "Wachtwoord kwijt", "en": "Lost my password"}),
    Topic(id="berichten", line="ido", picture="envelop", names={"nl": "Berichten van de overheid", "en": "Messages"}),
    Topic(id="ander", line="ido", picture="mensen", names={"nl": "Voor iemand anders", "en": "For somebody else"}),
)

SETTINGS = Settings(
    branch=Branch(
        id="hengelo",
        name="Bibliotheek Hengelo",
        waiting_place={"nl": "bij de blauwe stoelen", "en": "by the blue chairs"},
    ),
    opening=Opening(
        hours={
            0: (MORNING, AFTERNOON),
            1: (Period(time(10), time(17)),),
            3: (Period(time(13), time(20)),),
            4: (MORNING, AFTERNOON),
            5: (Period(time(10), time(16)),),
        },
        closed_on=frozenset({date(2026, 12, 25)}),
    ),
    lines=(Line(id="ido", name={"nl": "Informatiepunt", "en": "Information point"}),),
    topics=(changed(CATALOGUE[0], topics=BELOW), *CATALOGUE[1:]),
    notices=(Notice(id="break", names={"nl": "We zijn er om 13 uur weer.", "en": "We are back at 13:00."}),),
)
KIOSK = Kiosk()
OPEN = from_settings(SETTINGS)
PLAZA = replace(
    OPEN,
    mode="plaza",
    topics=tuple(
        changed(topic, open=at not in (4, 7), hours="13:00–16:00" if at == 7 else None)  # noqa: RUF001
        for at, topic in enumerate(OPEN.topics)
    ),
)
TOPICS = replace(OPEN, mode="topics")
LATER = {"staffed": "later", "closes_at": datetime(2026, 11, 21, 16, tzinfo=UTC)}

REQUEST = TakeTicket(request_id="5b5e0f5e-39a3-4f0c-8f1a-0a9a3f6d2c11", device="kiosk-1")
TICKET = ticket(taken_at="2026-11-21T09:41:00.000Z")
NUMBER = HasNumber(TICKET, "job")
SPARE = HasNumber(changed(TICKET, number="Z7", ticket_id="", people_before=-1), "job", spare_of=REQUEST.request_id)


VOICES = frozenset(LANGUAGES) - {"ti", "pap"}

LOOKS: dict[str, dict[str, object]] = {
    "standard": {},
    "large": {"is_large": True},
    "contrast": {"is_high_contrast": True},
    "low": {"is_low": True},
    "large-contrast": {"is_large": True, "is_high_contrast": True},
    "large-low": {"is_large": True, "is_low": True},
    "reading": {"mode": "reading"},
    "large-reading": {"mode": "reading", "is_large": True},
    "low-reading": {"mode": "reading", "is_low": True},
    "contrast-blind": {"mode": "blind", "is_high_contrast": True},
}
"""What a visitor may have chosen."""


def caption(language: str) -> str:
    """One of the longest that a visitor sees."""
    return Texts(language, "visitor").text("Druk op pijl omlaag voor het volgende.")


def all_views(language: str, look: str = "standard", screen: Screen = KIOSK.screen) -> Iterator[tuple[str, View]]:
    """Every view with its name, as a visitor sees it who chose that look."""
    for name, scene, is_open in _scenes(language):
        chosen = {"caption": caption(language), **LOOKS[look]} if "mode" in LOOKS[look] else LOOKS[look]
        session = replace(scene.session, **chosen)  # type: ignore[arg-type]
        dressed = replace(scene, session=session, kiosk=changed(KIOSK, screen=screen))
        yield name, view_of(dressed, is_open=is_open)


def staff_views() -> Iterator[tuple[str, View]]:
    """What somebody who looks after the kiosk sees."""
    for language in ("nl", "en"):
        for name, view in _service_views(language):
            yield f"{name}-{language}", view


def _service_views(language: str) -> Iterator[tuple[str, View]]:
    broker = Broker(host="mqtt.bibliotheek-hengelo.example")
    well = Around(language, "kiosk-1", broker, PrinterState("paper-low", "EPSON TM-T20II"), is_hub_here=True)
    ill = replace(well, printer=PrinterState("cover-open", "cover-open"), is_hub_here=False)
    facts = Facts("0.1.0", "Debian GNU/Linux 13 (trixie) · Python 3.13.5", ("192.168.178.20", "10.20.30.40"), 3_800)
    failed = Menu(facts, "test-page", Page("job", "failed"))
    yield "pad", pad(well, Pad(), is_locked=False)
    yield "pad-given", pad(well, Pad("12345678"), is_locked=False)
    yield "pad-wrong", pad(well, Pad(said="wrong"), is_locked=False)
    yield "pad-unreadable", pad(well, Pad(said="unreadable"), is_locked=False)
    yield "pad-checking", pad(well, Pad("1234", is_checking=True), is_locked=False)
    yield "pad-locked", pad(well, Pad(said="wrong"), is_locked=True)
    yield "service", menu(well, Menu(facts))
    yield "service-sent", menu(well, replace(failed, page=Page("job", "sent")))
    yield "service-failed", menu(ill, failed)
    yield "service-first", menu(replace(well, printer=PrinterState("none")), Menu())


def _scenes(language: str) -> Iterator[tuple[str, Scene, bool]]:
    def scene(offer: Offer = OPEN, *, printer: str = "ready", **session: object) -> Scene:
        visit = Session(language, **session)  # type: ignore[arg-type]
        state = PrinterState(printer)  # type: ignore[arg-type]
        return Scene(SETTINGS, KIOSK, offer, LANGUAGES, visit, state, WALL, VOICES)

    yield "welcome", scene(), True
    yield "welcome-nobody", scene(replace(OPEN, **LATER)), True
    yield "welcome-coming", scene(replace(OPEN, **LATER, coming=True)), True
    yield "topics", scene(TOPICS), True
    yield "topics-coming", scene(replace(TOPICS, **LATER, coming=True)), True
    yield "second-level", scene(TOPICS, stage=SecondLevel("digid")), True
    yield "plaza", scene(PLAZA), True
    yield "plaza-small", scene(replace(PLAZA, topics=PLAZA.topics[5:])), True
    yield "closed-topic", scene(PLAZA, stage=ClosedTopic("leren")), True
    yield "languages", scene(stage=Languages(Start())), True
    two = replace(scene(stage=Languages(Start())), languages=LANGUAGES[:2])
    yield "languages-two", two, True
    yield "about", scene(stage=About(Languages(Start()))), True
    yield "welcome-one-language", replace(scene(), languages=LANGUAGES[:1]), True
    yield "waiting", scene(stage=Asking(REQUEST, Start(), 0.0)), True
    yield "number", scene(stage=NUMBER), True
    fetched = changed(TICKET, fetch_me=True, people_before=0)
    yield "number-fetched", scene(replace(OPEN, **LATER, coming=True), stage=replace(NUMBER, ticket=fetched)), True
    yield "number-spare", scene(stage=SPARE), True
    paper_out = replace(NUMBER, ticket=changed(TICKET, number="L128"), paper="failed", cause="paper-out")
    yield "number-paper-out", scene(stage=paper_out), True
    yield "number-spare-paper-out", scene(stage=SPARE, printer="offline"), True
    opens = replace(OPEN, intake="closed", staffed="no", opens_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    yield "closed", scene(opens), False
    yield "closed-break", scene(replace(OPEN, intake="closed", notice="break")), False
    yield "line-full", scene(stage=NoTicket("line-full")), True
    yield "broken", scene(stage=NoTicket("storage-failed")), True
    yield "still-there", scene(TOPICS, stage=SecondLevel("digid"), is_warned=True), True
    yield "still-there-number", scene(stage=NUMBER, is_warned=True), True
    yield "listen", scene(stage=Listen(Start(), language)), True
    yield "another", scene(stage=Another("", Start())), True
    foreign = replace(NUMBER, ticket=changed(TICKET, language="ar" if language == "nl" else language))
    yield "number-own-language", scene(stage=foreign), True
    yield "number-own-language-on", scene(stage=replace(foreign, own_language=True)), True
