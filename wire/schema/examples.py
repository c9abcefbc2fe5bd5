"""An example of every message, made from the message classes; the schema and the page show them."""

from datetime import date
from typing import Any, Final

from wire import commands as c
from wire.answers import Table, Ticket
from wire.devices import DeviceStatus, Job, PrinterState
from wire.events import DayClosed, DeviceChanged, Event, VisitRegistered, source_of
from wire.operations import ResultName
from wire.state import (
    Board,
    Call,
    Floor,
    FloorDesk,
    FloorDevice,
    Menu,
    MenuTopic,
    Today,
    UnregisteredVisit,
    WaitingTicket,
)

REQUEST: Final = "0b6f8d34-54f1-4f0c-9b39-6a1f5a0f6c11"
TICKET: Final = "5d0c2a6e-7f43-4a5b-8a55-2f1e0d9c8b7a"
OTHER_TICKET: Final = "c1f7be0a-9a3d-4c52-b7a1-8e4d6f2a9c03"
VISIT: Final = "e2a94b71-3c58-4d6f-9f10-7b8c5d4e3f21"
CALL: Final = "7a1d9c3e-2b4f-4e68-8c70-5f6a7b8c9d0e"
JOB: Final = "9c8b7a6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d"
EPOCH: Final = "3f2e1d0c-9b8a-4776-a554-433221100fed"
EVENT: Final = "f0e1d2c3-b4a5-4968-b7a6-958473625140"

_who: Final[dict[str, Any]] = {"request_id": REQUEST}
_at_desk: Final[dict[str, Any]] = {**_who, "desk": "1"}
_months: Final[dict[str, Any]] = {**_who, "from_": date(2026, 1, 1), "to": date(2026, 3, 31)}
_questions: Final = (
    c.Question(outcome="helped", topic="digid", organisation="duo", need="do-together"),
    c.Question(outcome="referred", topic="leren", referred_to="taalhuis"),
)

COMMANDS: Final[dict[str, c.Command]] = {
    "take-ticket": c.TakeTicket(**_who, device="kiosk-1", topic="digid", language="ar", own_language=True),
    "fetch-me": c.FetchMe(**_who, ticket_id=TICKET, fetch_me=True),
    "own-language": c.OwnLanguage(**_who, ticket_id=TICKET, own_language=True),
    "withdraw-ticket": c.WithdrawTicket(**_who, ticket_id=TICKET),
    "report-print": c.ReportPrint(**_who, ticket_id=TICKET, device="kiosk-1", paper="failed", cause="paper-out"),
    "open-desk": c.OpenDesk(**_at_desk, lines=("ido", "taalhuis")),
    "pause-desk": c.PauseDesk(**_at_desk),
    "resume-desk": c.ResumeDesk(**_at_desk),
    "close-desk": c.CloseDesk(**_at_desk),
    "acknowledge": c.Acknowledge(**_at_desk),
    "call-next": c.CallNext(**_at_desk),
    "call-ticket": c.CallTicket(**_at_desk, ticket_id=TICKET, reason="fetch-me"),
    "recall": c.Recall(**_at_desk),
    "start-visit": c.StartVisit(**_at_desk),
    "miss-ticket": c.MissTicket(**_at_desk),
    "park-ticket": c.ParkTicket(**_at_desk),
    "bring-back": c.BringBack(**_who, ticket_id=TICKET),
    "transfer-ticket": c.TransferTicket(**_at_desk, line="taalhuis", topic="leren"),
    "correct-topic": c.CorrectTopic(**_at_desk, topic="digid-app"),
    "finish-visit": c.FinishVisit(**_at_desk, questions=_questions),
    "register-visit": c.RegisterVisit(**_who, visit_id=VISIT, questions=_questions),
    "register-question": c.RegisterQuestion(**_who, channel="phone", questions=_questions[:1]),
    "undo": c.Undo(**_at_desk),
    "close-intake": c.CloseIntake(**_who, notice="break"),
    "open-intake": c.OpenIntake(**_who),
    "close-day": c.CloseDay(**_who),
    "open-day": c.OpenDay(**_who),
    "print-again": c.PrintAgain(**_who, ticket_id=TICKET, device="kiosk-1"),
    "print-referral": c.PrintReferral(**_who, partner="taalhuis", language="nl"),
    "why": c.Why(**_who, number="27"),
    "day-sheet": c.DaySheet(**_who),
    "report": c.Report(**_months, by="month"),
    "report-public": c.ReportPublic(**_months),
}

SPARE: Final = c.TakeTicket(
    **_who, device="kiosk-1", topic="digid", spare_number="Z7", taken_ago_s=312.5, instead_of=REQUEST[:-1] + "2"
)

_TAKEN: Final = "2026-03-10T09:41:07.250Z"
_CALLED: Final = "2026-03-10T09:52:30.004Z"
_NOW: Final = "2026-03-10T09:52:30.010Z"
_CLOSES: Final = "2026-03-10T16:00:00.000Z"

_ticket: Final = Ticket(
    ticket_id=TICKET,
    number="27",
    line="ido",
    topic="digid",
    language="ar",
    fetch_me=False,
    taken_at=_TAKEN,
    people_before=3,
    state="waiting",
)

RESULTS: Final[dict[ResultName, Any]] = {
    "ticket": _ticket,
    "visit_id": VISIT,
    "job_id": JOB,
    "steps": (
        {"at": _TAKEN, "what": "ticket-taken", "line": "ido", "waiting_before": 1},
        {"at": _CALLED, "what": "ticket-called", "desk": "1", "reason": "leaving", "passed_over": ["26"]},
    ),
    "tables": (
        Table(
            id="outcomes",
            title="Uitkomsten",
            columns=("Maand", "Geholpen", "Doorverwezen"),
            rows=(("2026-01", 41, 12), ("2026-02", 38, "<5")),
            note="Aantallen onder de 5 staan er als <5.",
        ),
    ),
}

_stamp: Final[dict[str, Any]] = {
    "epoch": EPOCH,
    "revision": 42,
    "at": _NOW,
    "day": "2026-03-10",
    "clock": "trusted",
}
_intake: Final[dict[str, Any]] = {"intake": "open", "notice": None, "coming": False}
_hours: Final[dict[str, Any]] = {
    "branch_name": "Bibliotheek Hengelo",
    "opens_at": "2026-03-12T12:00:00.000Z",
    "closes_at": _CLOSES,
    "staffed": "now",
}

_deeper: Final = MenuTopic(
    id="digid-app",
    line="ido",
    picture=None,
    names={"nl": "App doet het niet", "en": "App does not work"},
    open=True,
    hours=None,
)

MENU: Final = Menu(
    **_stamp,
    **_hours,
    **_intake,
    mode="topics",
    waiting=4,
    languages=("nl", "en", "ar"),
    topics=(
        MenuTopic(
            id="digid",
            line="ido",
            picture="digid",
            names={"nl": "DigiD en inloggen", "en": "DigiD and logging in"},
            open=True,
            hours=None,
            topics=(_deeper,),
        ),
        MenuTopic(
            id="leren",
            line="taalhuis",
            picture="leren",
            names={"nl": "Leren en oefenen", "en": "Learn and practise"},
            open=False,
            hours="13:00\u201316:00",
        ),
    ),
)

BOARD: Final = Board(
    **_stamp,
    **_hours,
    **_intake,
    calls=(
        Call(
            call_id=CALL,
            number="26",
            desk="1",
            desk_name="Balie 1",
            called_at=_CALLED,
            times_called=1,
            state="calling",
            languages=("nl", "ar"),
        ),
    ),
)

FLOOR: Final = Floor(
    **_stamp,
    **_intake,
    waiting=(
        WaitingTicket(
            ticket_id=TICKET,
            number="27",
            line="ido",
            topic="digid",
            topic_name="DigiD en inloggen",
            language="ar",
            fetch_me=False,
            taken_at=_TAKEN,
            paper="printed",
            device="kiosk-1",
        ),
    ),
    parked=(),
    missed=(),
    desks=(
        FloorDesk(
            id="1",
            name="Balie 1",
            lines=("ido",),
            state="calling",
            ticket=Ticket(
                ticket_id=OTHER_TICKET,
                number="26",
                line="ido",
                topic=None,
                language="nl",
                fetch_me=True,
                taken_at="2026-03-10T09:40:12.981Z",
                people_before=0,
                state="calling",
            ),
            undo_until="2026-03-10T09:53:00.004Z",
        ),
    ),
    unregistered=(UnregisteredVisit(visit_id=VISIT, ended_at="2026-03-10T09:33:48.120Z", topic="digid"),),
    devices=(FloorDevice(device="kiosk-1", kind="kiosk", state="degraded", printer="paper-low", detail=None),),
    today=Today(taken=27, waiting=1, parked=0, helped=24, missed=0, unregistered=1),
)

STATUS: Final = DeviceStatus(
    device="kiosk-1",
    kind="kiosk",
    state="degraded",
    at=_NOW,
    since="2026-03-10T08:58:02.300Z",
    version="0.1.0",
    printer=PrinterState("paper-low"),
    facts={"tickets_today": 27},
)

JOBS: Final[dict[str, Job]] = {
    "print-ticket": Job(job_id=JOB, job="print-ticket", ticket=_ticket),
    "print-referral": Job(job_id=JOB, job="print-referral", partner="taalhuis", language="nl"),
    "test-page": Job(job_id=JOB, job="test-page"),
}

_from_here: Final[dict[str, Any]] = {"id": EVENT, "source": source_of("kvknr:00000000", "hengelo")}

EVENTS: Final[dict[str, Event[Any]]] = {
    "visit-registered": Event(
        **_from_here,
        type="nl.bibliotheken.wachtrij.visit-registered.v1",
        sequence="118",
        data=VisitRegistered(
            date=date(2026, 3, 10),
            part_of_day="morning",
            line="ido",
            topic="digid",
            outcome="helped",
            organisation="duo",
            need="do-together",
            course=None,
            channel="ticket",
        ),
    ),
    "day-closed": Event(
        **_from_here,
        type="nl.bibliotheken.wachtrij.day-closed.v1",
        sequence="119",
        data=DayClosed(
            date=date(2026, 3, 10),
            taken=31,
            withdrawn=1,
            helped=27,
            unregistered=2,
            nobody_there=1,
            did_not_come=2,
        ),
    ),
    "device-changed": Event(
        **_from_here,
        type="nl.bibliotheken.wachtrij.device-changed.v1",
        time=_NOW,
        sequence="120",
        data=DeviceChanged(device="kiosk-1", kind="kiosk", state="degraded", printer=PrinterState("paper-low")),
    ),
}
