"""Money was just lost to a fraud: what to do in the first ten minutes, and whom to ring."""

from dataclasses import dataclass
from typing import Final

from console.panels.panel import BACK, Panel
from console.situation import Situation
from runtime.texts import mark

FIRST: Final = (
    mark("Blijf rustig. Zeg: het is niet uw schuld."),
    mark("Hang op als de oplichter nog belt. Zet een telefoon of computer uit waar iemand op meekijkt."),
    mark("Bel nu de bank. Gebruik het nummer op de pas of in de app. Vraag om de rekening te blokkeren."),
    mark("Geef nooit een pincode of een wachtwoord, aan niemand."),
    mark("Bewaar berichten, nummers en betalingen. Maak er een foto van."),
    mark("Doe daarna aangifte bij de politie."),
    mark("Verander samen de wachtwoorden, eerst van de mail."),
)


@dataclass(frozen=True, slots=True)
class Help:
    """Somebody to ring: who, the number, and when."""

    who: str
    number: str
    when: str


HELP: Final = (
    Help(mark("De eigen bank"), "", mark("Het nummer staat op de pas of in de app.")),
    Help(mark("Politie, geen spoed"), "0900-8844", mark("Voor hulp en voor de aangifte.")),
    Help(mark("Fraudehelpdesk"), "088-786 73 72", mark("Op werkdagen van 9 tot 17 uur, voor advies.")),
    Help(mark("Politie, bij gevaar"), "112", mark("Bijvoorbeeld als er iemand aan de deur komt.")),
)
"""Numbers as politie.nl and the Fraudehelpdesk (fraudhelpdesk.org) give them."""


def panel(at: Situation) -> Panel:
    """The card; the same whoever is at the desk."""
    title = at.names.texts.text(mark("Geld kwijt door oplichting"))
    return Panel("fraude", title, closing=BACK, template="fraud", content=(FIRST, HELP))
