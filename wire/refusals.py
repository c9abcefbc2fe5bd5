"""Why the hub may refuse: the codes, and what each says in Dutch."""

from typing import Final, Literal

from msgspec import Struct

RefusalCode = Literal[
    "bad-request",
    "unknown-topic",
    "unknown-line",
    "unknown-desk",
    "unknown-device",
    "unknown-ticket",
    "unknown-visit",
    "unknown-number",
    "intake-closed",
    "line-closed",
    "line-full",
    "nobody-waiting",
    "desk-closed",
    "desk-paused",
    "desk-busy",
    "not-called",
    "not-waiting",
    "nothing-to-undo",
    "no-printer",
    "too-late",
    "day-closed",
    "storage-failed",
]


class Refusal(Struct, frozen=True):
    """Why not: a code for programs, which screens translate, and a Dutch text for people."""

    code: RefusalCode
    text: str


REFUSAL_TEXTS: Final[dict[RefusalCode, str]] = {
    "bad-request": "Deze opdracht klopt niet.",
    "unknown-topic": "Dit onderwerp bestaat niet.",
    "unknown-line": "Deze rij bestaat niet.",
    "unknown-desk": "Deze balie bestaat niet.",
    "unknown-device": "Dit apparaat bestaat niet.",
    "unknown-ticket": "Dit nummer is er niet meer.",
    "unknown-visit": "Dit bezoek is er niet meer.",
    "unknown-number": "Dit nummer is vandaag niet gegeven.",
    "intake-closed": "U kunt nu geen nummer nemen.",
    "line-closed": "Deze rij is nu gesloten.",
    "line-full": "Deze rij is vol.",
    "nobody-waiting": "Er wacht niemand.",
    "desk-closed": "Deze balie is gesloten.",
    "desk-paused": "Deze balie heeft pauze.",
    "desk-busy": "Deze balie is nog bezig.",
    "not-called": "Deze balie heeft nu niemand geroepen.",
    "not-waiting": "Dit nummer wacht nu niet.",
    "nothing-to-undo": "Er is niets om ongedaan te maken.",
    "no-printer": "Er is geen printer.",
    "too-late": "Dit kan niet meer. Het is te laat.",
    "day-closed": "De dag is gesloten.",
    "storage-failed": "Opslaan lukt nu niet. Probeer het straks nog een keer.",
}
