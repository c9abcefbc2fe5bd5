"""What staff can press: one small description for each, and the command that it sends."""

from dataclasses import dataclass
from typing import Final

import msgspec

from runtime.texts import mark
from wire.commands import COMMANDS, Command
from wire.payload import FAULTS
from wire.state import DeskState


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its words, what *Ongedaan maken* calls its deed, what the desk is afterwards, and its key."""

    label: str
    deed: str = ""
    leads_to: DeskState | None = None
    key: str = ""
    """The key that presses it, where staff did not switch that off; another for each, so that none does two things."""


ACTIONS: Final[dict[str, Action]] = {
    "open-desk": Action(mark("Weer openen")),
    "pause-desk": Action(mark("Pauze"), key="p"),
    "resume-desk": Action(mark("Verder"), key="p"),
    "close-desk": Action(mark("Sluiten"), mark("balie gesloten"), "closed"),
    "acknowledge": Action(mark("Ik kom eraan"), key="e"),
    "call-next": Action(mark("Volgende"), mark("{number} geroepen"), "calling", "v"),
    "call-ticket": Action(mark("Roepen"), mark("{number} geroepen"), "calling"),
    "recall": Action(mark("Nog een keer roepen"), key="r"),
    "start-visit": Action(mark("Is er"), mark("{number} is er"), "visit", "i"),
    "miss-ticket": Action(mark("Niet gekomen"), mark("{number} niet gekomen"), "free", "n"),
    "park-ticket": Action(mark("Apart zetten"), mark("{number} apart gezet"), "free", "a"),
    "transfer-ticket": Action(mark("Naar een andere rij"), mark("{number} naar een andere rij"), "free"),
    "correct-topic": Action(mark("Ander onderwerp")),
    "finish-visit": Action(mark("Klaar"), mark("{number} klaar"), "free", "k"),
    "bring-back": Action(mark("Is er toch")),
    "fetch-me": Action(mark("Wil opgehaald worden")),
    "withdraw-ticket": Action(mark("Nummer weg")),
    "print-again": Action(mark("Bon nog een keer printen")),
    "undo": Action(mark("Ongedaan maken"), key="o"),
    "take-ticket": Action(mark("Nieuw nummer")),
    "close-intake": Action(mark("Geen nummers meer geven")),
    "open-intake": Action(mark("Weer nummers geven")),
    "print-referral": Action(mark("Kaartje printen"), mark("kaartje geprint")),
    "register-question": Action(mark("Vraag noteren"), mark("vraag genoteerd")),
    "register-visit": Action(mark("Nog invullen"), mark("bezoek ingevuld")),
}
"""By the name of the command on the wire."""

CHOOSABLE: Final = frozenset({"ticket_id", "topic", "line", "reason", "notice", "partner", "language", "fetch_me"})
"""The fields that a button may carry; all others are the session's and the console's own."""

SWITCHES: Final[dict[str, dict[str, bool]]] = {"fetch_me": {"yes": True, "no": False}}
"""Fields that are no text, with the words that a button carries for them."""


class NotPressable(Exception):  # noqa: N818 - it says what was pressed
    """No button of the page sends this."""


def command_of(name: str, request_id: str, own: dict[str, str], chosen: dict[str, str]) -> Command:
    """The command of a press; of `own` (desk, device) it takes what its kind has.

    Raises:
        NotPressable: there is no such button, or it carries what it cannot carry.
    """
    if name not in ACTIONS or not chosen.keys() <= CHOOSABLE:
        raise NotPressable(name)
    kind = COMMANDS[name]
    fits = {key: value for key, value in own.items() if key in kind.__struct_fields__ and name != "print-referral"}
    meant = {key: SWITCHES[key].get(value) if key in SWITCHES else value for key, value in chosen.items()}
    return built(kind, request_id, **fits, **meant)


def built(kind: type[Command], request_id: str, **fields: object) -> Command:
    """A command of a kind.

    Raises:
        NotPressable: its fields are none of that kind.
    """
    try:
        return msgspec.convert({"request_id": request_id, **fields}, kind)
    except FAULTS as fault:
        raise NotPressable(str(fault)) from fault
