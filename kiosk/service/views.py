"""What the service menu shows and says, to staff."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.service.pin import SHORTEST
from kiosk.service.service import Service
from kiosk.service.stages import Asked, Menu, Pad, Said
from kiosk.view import Button, Control, Frame, PadView, ServiceView, View
from runtime.settings.model import Broker
from runtime.texts import Texts, mark
from wire.commands import Paper
from wire.devices import PrinterCondition, PrinterState

PRINTER: Final[dict[PrinterCondition, str]] = {
    "ready": mark("klaar"),
    "paper-low": mark("papier bijna op"),
    "paper-out": mark("papier is op"),
    "cover-open": mark("klep van de printer staat open"),
    "offline": mark("printer staat uit"),
    "error": mark("printer doet het niet"),
    "unknown": mark("printer antwoordt niet"),
    "none": mark("geen printer"),
}
PAD: Final[dict[Said, str]] = {
    "": mark("Alleen voor medewerkers."),
    "wrong": mark("Deze pincode is niet goed."),
    "unreadable": mark("Er is geen pincode. Maak er een met: beurt service-pin"),
}
PAGE: Final[dict[Paper | None, str]] = {
    None: mark("De testpagina wordt geprint."),
    "printed": mark("De testpagina is geprint."),
    "processed": mark("De testpagina is geprint."),
    "sent": mark("De testpagina is verstuurd. Komt hij?"),
    "failed": mark("De testpagina is niet geprint."),
}
MENU: Final[dict[Asked, str]] = {
    "": "",
    "test-page": PAGE[None],
    "new-roll": mark("De nieuwe rol wordt vanaf nu geteld."),
    "restart": mark("De zuil start opnieuw."),
}
MM_PER_M: Final = 1000
FIGURES: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9")


@dataclass(frozen=True, slots=True)
class Around:
    """What the service menu shows of the rest of the kiosk."""

    language: str
    device: str
    broker: Broker
    printer: PrinterState
    is_hub_here: bool

    @property
    def text(self) -> Callable[[str], str]:
        """The staff's text for a Dutch one."""
        return Texts(self.language, "staff").text

    @property
    def frame(self) -> Frame:
        """Around the screen stands nothing."""
        return Frame("", "", (None, None, None, None, None))


def view_of_service(around: Around, service: Service, now_s: float) -> View:
    """What to show while it is open."""
    if isinstance(service.stage, Menu):
        return menu(around, service.stage)
    return pad(around, service.stage or Pad(), is_locked=service.tries.is_locked(now_s))


def pad(around: Around, stage: Pad, *, is_locked: bool) -> PadView:
    """Twelve keys, and what came of the last try."""
    said = around.text("Even wachten…") if stage.is_checking else around.text(PAD[stage.said])
    return PadView(
        around.frame,
        around.text("Pincode voor service"),
        len(stage.figures),
        around.text("Te vaak fout. Wacht 1 minuut.") if is_locked else said,
        _keys(around, stage, is_locked=is_locked),
        _leave(around),
    )


def menu(around: Around, stage: Menu) -> ServiceView:
    """How the kiosk is, and what to do about it."""
    said = PAGE[stage.page.paper] if stage.asked == "test-page" and stage.page else MENU[stage.asked]
    return ServiceView(
        around.frame,
        around.text("Servicemenu"),
        around.text(said),
        _facts(around, stage),
        (
            Button(Control("test-page"), around.text("Testpagina")),
            Button(Control("new-roll"), around.text("Nieuwe rol")),
            Button(Control("restart"), around.text("Opnieuw starten")),
            _leave(around),
        ),
    )


def _keys(around: Around, stage: Pad, *, is_locked: bool) -> tuple[Button, ...]:
    is_idle = is_locked or stage.is_checking
    figures = [Button(Control("figure", each), each, tone="closed" if is_idle else "card") for each in (*FIGURES, "0")]
    erase = Button(
        Control("erase"),
        around.text("Wissen"),
        picture="back",
        tone="card" if stage.figures and not is_idle else "closed",
    )
    is_enough = len(stage.figures) >= SHORTEST and not is_idle
    enter = Button(Control("enter"), around.text("OK"), tone="leaf" if is_enough else "closed")
    return (*figures[:-1], erase, figures[-1], enter)


def _leave(around: Around) -> Button:
    return Button(Control("leave-service"), around.text("Sluiten"), tone="water")


def _facts(around: Around, stage: Menu) -> tuple[tuple[str, str], ...]:
    text, facts = around.text, stage.facts
    hub = text("verbonden") if around.is_hub_here else text("geen verbinding")
    own = facts.addresses if facts else ()
    found = (
        (text("Printer"), _printer(around)),
        (text("Papier"), _paper(around, stage)),
        (text("Hub"), hub),
        (text("Broker"), str(around.broker.socket or f"{around.broker.host}:{around.broker.port}")),
        (text("Adres"), ", ".join(own) or text("geen netwerk")),
        (text("Apparaat"), around.device),
        (text("Versie"), f"{facts.program} · {facts.system}" if facts else ""),
    )
    return tuple((name, value) for name, value in found if value)


def _printer(around: Around) -> str:
    said, detail = around.text(PRINTER[around.printer.state]), around.printer.detail
    return f"{said} ({detail})" if detail and detail != around.printer.state else said


def _paper(around: Around, stage: Menu) -> str:
    left_mm = stage.facts.paper_left_mm if stage.facts else None
    if left_mm is None:
        return ""
    return around.text("nog ongeveer {metres} m op de rol").format(metres=round(left_mm / MM_PER_M))
