"""A desk to practise at: invented visitors, the same buttons, and a sentence on what would happen; pure."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from runtime.texts import mark

State = Literal["free", "calling", "visit"]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who does not exist."""

    number: str
    topic: str


VISITORS: Final = (
    Visitor("1", mark("DigiD en inloggen")),
    Visitor("2", mark("Brief of formulier")),
    Visitor("3", mark("Telefoon en computer")),
    Visitor("4", mark("Ik weet het niet")),
)
BUTTONS: Final[dict[State, tuple[tuple[str, str], ...]]] = {
    "free": (("volgende", mark("Volgende")),),
    "calling": (
        ("is-er", mark("Is er")),
        ("nog-een-keer", mark("Nog een keer roepen")),
        ("niet-gekomen", mark("Niet gekomen")),
    ),
    "visit": (("volgende", mark("Volgende")), ("klaar", mark("Klaar"))),
}
"""The first one is the large one."""

HINTS: Final[dict[str, str]] = {
    "": mark("Druk op Volgende. Dan roept u de eerste van de rij."),
    "volgende": mark("Het nummer staat nu op het scherm en klinkt in de zaal. Komt de bezoeker? Druk op Is er."),
    "nog-een-keer": mark("Het nummer klinkt nog een keer. Doe dat na een halve minuut, als er niemand komt."),
    "is-er": mark("Help de bezoeker rustig. Er loopt geen klok. Daarna: Klaar, of meteen Volgende."),
    "niet-gekomen": mark("Het nummer blijft vandaag staan. Komt de bezoeker later? Druk op Is er toch."),
    "is-er-toch": mark("Dit nummer is nu als eerste aan de beurt."),
    "klaar": mark("Het bezoek is klaar. Hoe het ging vult u in met drie tikken, nu of later."),
    "ongedaan": mark("De laatste stap is terug. Dat kan een halve minuut lang."),
    "leeg": mark("Niemand wacht. U hoeft nu niets te doen. Begin opnieuw om verder te oefenen."),
}
"""By what was pressed last."""


@dataclass(frozen=True, slots=True)
class PracticeDesk:
    """How the desk stands; a press gives the next one."""

    waiting: tuple[Visitor, ...] = VISITORS
    missed: tuple[Visitor, ...] = ()
    here: Visitor | None = None
    state: State = "free"
    last: str = ""
    before: "PracticeDesk | None" = None

    def press(self, name: str) -> "PracticeDesk":
        """The desk after a press; a button that is not there changes nothing."""
        if name == "opnieuw":
            return PracticeDesk()
        if name == "ongedaan" and self.before:
            return replace(self.before, last="ongedaan", before=None)
        if name == "is-er-toch" and self.missed:
            back, *rest = self.missed
            return self._then(name, waiting=(back, *self.waiting), missed=tuple(rest))
        if name not in dict(BUTTONS[self.state]):
            return self
        return self._pressed(name)

    def _pressed(self, name: str) -> "PracticeDesk":
        match name:
            case "volgende" if not self.waiting:
                return self._then("leeg", here=None, state="free")
            case "volgende":
                return self._then(name, waiting=self.waiting[1:], here=self.waiting[0], state="calling")
            case "is-er":
                return self._then(name, state="visit")
            case "niet-gekomen" if self.here:
                return self._then(name, missed=(*self.missed, self.here), here=None, state="free")
            case "klaar":
                return self._then(name, here=None, state="free")
            case _:
                return self._then(name)

    def _then(self, last: str, **changes: object) -> "PracticeDesk":
        # One step back is all that undoing takes; a longer chain would only grow.
        return replace(self, **{**changes, "last": last, "before": replace(self, before=None)})  # type: ignore[arg-type]
