"""Why the hub may refuse: the codes, and what each says in Dutch."""

from typing import Final, Literal

from msgspec import Struct

from runtime.texts import mark

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
    "bad-request": mark("Deze opdracht klopt niet."),
    "unknown-topic": mark("Dit onderwerp bestaat niet."),
    "unknown-line": mark("Deze rij bestaat niet."),
    "unknown-desk": mark("Deze balie bestaat niet."),
    "unknown-device": mark("Dit apparaat bestaat niet."),
    "unknown-ticket": mark("Dit nummer is er niet meer."),
    "unknown-visit": mark("Dit bezoek is er niet meer."),
    "unknown-number": mark("Dit nummer is vandaag niet gegeven."),
    "intake-closed": mark("U kunt nu geen nummer nemen."),
    "line-closed": mark("Deze rij is nu gesloten."),
    "line-full": mark("Deze rij is vol."),
    "nobody-waiting": mark("Er wacht niemand."),
    "desk-closed": mark("Deze balie is gesloten."),
    "desk-paused": mark("Deze balie heeft pauze."),
    "desk-busy": mark("Deze balie is nog bezig."),
    "not-called": mark("Deze balie heeft nu niemand geroepen."),
    "not-waiting": mark("Dit nummer wacht nu niet."),
    "nothing-to-undo": mark("Er is niets om ongedaan te maken."),
    "no-printer": mark("Er is geen printer."),
    "too-late": mark("Dit kan niet meer. Het is te laat."),
    "day-closed": mark("De dag is gesloten."),
    "storage-failed": mark("Opslaan lukt nu niet. Probeer het straks nog een keer."),
}
