"""What staff call the outcome of a question and the need behind it, on the page and in reports alike."""

from typing import Final

from runtime.texts import mark
from wire.commands import Need, Outcome

OUTCOMES: Final[dict[Outcome, str]] = {
    "helped": mark("Geholpen"),
    "referred": mark("Warm doorverwezen"),
    "course": mark("Cursus of oefenen"),
    "comes-back": mark("Komt terug"),
}
NEEDS: Final[dict[Need, str]] = {
    "do-together": mark("Samen doen"),
    "is-it-real": mark("Is het echt?"),
    "look-along": mark("Meekijken"),
    "explain-letter": mark("Brief uitleggen"),
    "find-way": mark("Wegwijs maken"),
    "encourage": mark("Steun en moed"),
}
